## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The group penalty with hidden layers: Adam first, then "fista" from its model, as in the help of
## nnreg_fit. The result must satisfy the conditions of optimality of
## J = data loss + lambda sum_j norm (W_1(:,j)) + lambda sum (W_2(:) .^ 2) on all samples. The
## gradients of the data loss come from the oracle in pure Octave: this folder must be on the path.

## Largest violations relative to lambda: for inputs at 0, other inputs, other parameters.
%!function [dead, live, rest] = violations (model, X, y, lambda, args)
%!  g = oracle_gradient (model, X, y, args);
%!  [W, V] = deal (model.Weights{:});
%!  n = norm (W, "columns");
%!  G = reshape (g(1:numel (W)), size (W));
%!  is_live = n > 0;
%!  dead = max ([0, norm(G(:,! is_live), "columns") / lambda - 1]);
%!  live = max (max (abs (G(:,is_live) / lambda + W(:,is_live) ./ n(is_live))));
%!  pull = [zeros(rows (W), 1); 2 * lambda * V(:); zeros(rows (V), 1)];
%!  rest = max (abs (g(numel (W) + 1:end) + pull)) / lambda;
%!endfunction

%!function g = oracle_gradient (model, X, y, args)
%!  opt = struct (args{:});
%!  theta = oracle_unroll (model.Weights, model.Biases);
%!  sizes = [columns(X), model.LayerSizes, rows(model.Weights{end})];
%!  [~, g] = oracle_cost (theta, X, y, sizes, opt);
%!endfunction

## Adam's model, the exact one, and the objective of both.
%!function [model, exact, J] = finish (X, y, lambda, args, varargin)
%!  args = [args, {"Penalty", "group", "Lambda", lambda, "Standardize", false, "Verbose", 0}];
%!  model = nnreg_fit (X, y, args{:}, "Epochs", 60, "Precision", "double");
%!  exact = nnreg_fit (X, y, args{:}, "InitialModel", model, "Solver", "fista", varargin{:});
%!  J = [nnreg_evaluate(model, X, y).Loss, nnreg_evaluate(exact, X, y).Loss];
%!endfunction

## y depends on three of twelve inputs.
%!function [X, y] = three_of_twelve ()
%!  X = 2 * oracle_data (300, 12, 4) - 1;
%!  y = X(:,1) .* X(:,2) + tanh (3 * X(:,3)) + 0.2 * (2 * oracle_data (300, 1, 9) - 1);
%!endfunction

%!test # smooth networks: every condition holds to 1e-4 of lambda
%! [X, y] = three_of_twelve ();
%! for activation = {"tanh", "sigmoid"}
%!   args = {"Task", "regression", "LayerSizes", 8, "Activations", activation{1}};
%!   [model, exact, J] = finish (X, y, 0.01, [args, {"StandardizeY", false}], "Tolerance", 1e-7);
%!   assert (J(2) < J(1));
%!   assert (any (all (exact.Weights{1} == 0, 1)) && any (exact.Weights{1}(:)));
%!   [~, before] = violations (model, X, y, 0.01, args);
%!   assert (before > 1e-2);     # Adam alone leaves no exact conditions
%!   [dead, live, rest] = violations (exact, X, y, 0.01, args);
%!   assert ([dead, live, rest] <= 1e-4);
%! end

%!test # classes
%! [X, y] = three_of_twelve ();
%! y = 1 + (y > 0);
%! args = {"LayerSizes", 8, "Activations", "tanh"};
%! [~, exact, J] = finish (X, y, 0.01, args, "Tolerance", 1e-7);
%! assert (J(2) < J(1));
%! [dead, live, rest] = violations (exact, X, y, 0.01, args);
%! assert ([dead, live, rest] <= 1e-4);

%!test # relu ends at its kinks: the objective falls, and no dead input would lower it. (There the
%! # gradient jumps: with other last bits of y the violation is anything from 0 to 0.05.)
%! [X, y] = three_of_twelve ();
%! args = {"Task", "regression", "LayerSizes", 8};
%! [~, exact, J] = finish (X, y, 0.01, [args, {"StandardizeY", false}], "Epochs", 20);
%! assert (J(2) < J(1));
%! assert (any (all (exact.Weights{1} == 0, 1)) && any (exact.Weights{1}(:)));
%! assert (violations (exact, X, y, 0.01, args) <= 0.1);

%!test # a warning if the tolerance is not reached
%! [X, y] = three_of_twelve ();
%! args = {"Task", "regression", "LayerSizes", 8, "Solver", "fista", "Epochs", 1, "Verbose", 0};
%! lastwarn ("", "");
%! nnreg_fit (X, y, args{:}, "Activations", "relu");
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%!warning <nnreg_fit: the Tolerance 1e-08 was not reached in 1 Epochs \(50 steps\)>
%! [X, y] = three_of_twelve ();
%! nnreg_fit (X, y, "Task", "regression", "LayerSizes", 8, "Solver", "fista", "Epochs", 1, ...
%!            "Activations", "tanh", "Verbose", 0);
