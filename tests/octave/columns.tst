## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## X with fewer or more columns than the model: every function that takes both refuses it, whatever
## the class of X, and its error has both numbers.

%!shared X, y, args, model, response, compact, theta
%! X = mod (sin ((1:60).' * 12.9898 + (1:4) * 78.233) * 43758.5453, 1);
%! y = 1 + (X(:,2) > 0.5);
%! args = {"Verbose", 0, "Epochs", 2};
%! model = nnreg_fit (X, y, "LayerSizes", 3, args{:});
%! response = nnreg_fit (X, X(:,1), "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! compact = nnreg_compact (nnreg_fit (X, y, "LayerSizes", [], "Penalty", "l1", ...
%!                                     "Lambda", 0.08, "Verbose", 0));
%! theta = zeros (4 * 3 + 3 + 3 * 2 + 2, 1);
%!function A = with_columns (X, count)
%!  A = X(:,1 + mod (0:count-1, columns (X)));
%!endfunction
%!function refused (fcn, text, varargin)
%!  got = "nothing";
%!  try
%!    fcn ();
%!  catch err
%!    assert (err.identifier, "nnreg:badArgument");
%!    got = err.message;
%!  end
%!  assert (got, sprintf (text, varargin{:}));
%!endfunction
%!test
%! for class = {@double, @single, @sparse, @(A) A > 0.5, @(A) sparse (A > 0.5), @(A) uint8 (9 * A)}
%!   for count = [1, 3, 5, 60]
%!     A = class{1} (with_columns (X, count));
%!     wants = sprintf ("X must have 4 columns, got %d", count);
%!     refused (@() nnreg_predict (model, A), ["nnreg_predict: ", wants]);
%!     refused (@() nnreg_predict (response, A(1,:)), ["nnreg_predict: ", wants]);
%!     refused (@() nnreg_evaluate (model, A, y), ["nnreg_evaluate: ", wants]);
%!     refused (@() nnreg_evaluate (response, A, y), ["nnreg_evaluate: ", wants]);
%!     refused (@() nnreg_importance (model, A, y), ["nnreg_importance: ", wants]);
%!     refused (@() nnreg_fit (X, y, args{:}, "ValidationData", {A, y}), ...
%!              "nnreg_fit: ValidationData{1} must have 4 columns, got %d", count);
%!     reads = sprintf ("InitialModel reads 4 columns, X has %d", count);
%!     more = [args, {"InitialModel", model}];
%!     refused (@() nnreg_fit (A, y, more{:}), ["nnreg_fit: ", reads]);
%!     refused (@() nnreg_gridsearch (A, y, {"LearnRate", [1, 2]}, more{:}), ...
%!              ["nnreg_gridsearch: ", reads]);
%!     refused (@() nnreg_cost (theta, A, y, "LayerSizes", 3), ...
%!              ["nnreg_cost: theta must be a vector of %d numbers, [W_1(:); b_1; ...] of the ", ...
%!               "layers %d-3-2, got a 23x1 double vector"], 3 * count + 11, count);
%!   end
%! end
%!test # a model of nnreg_compact also takes its own columns, no other number
%! assert (compact.Inputs, 2);
%! assert (nnreg_predict (compact, X(:,2)), nnreg_predict (compact, X));
%! for A = {X(:,2:3), X(:,1:3), [X, X(:,1)], sparse(X(:,2:3)), sparse([X, X(:,1)])}
%!   wants = sprintf ("X must have 4 columns, or only the 1 that are model.Inputs, got %d", ...
%!                    columns (A{1}));
%!   refused (@() nnreg_predict (compact, A{1}), ["nnreg_predict: ", wants]);
%!   refused (@() nnreg_evaluate (compact, A{1}, y), ["nnreg_evaluate: ", wants]);
%! end
