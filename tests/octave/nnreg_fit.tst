## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_fit; the short ones and the errors are in its own file.

%!test
%! # L1 by the proximal step gives zeros, by the subgradient none
%! [X, y] = nnreg_digits ();
%! args = {"LayerSizes", 32, "Epochs", 20, "Penalty", "l1", "Lambda", 2e-3, "Verbose", 0};
%! [model, history] = nnreg_fit (X / 16, y, args{:});
%! assert (history.Zeros(end) > 0.3);
%! assert (nnz (model.Weights{1} == 0) > 600);
%! assert (history.Accuracy(end) > 0.85);
%! [~, history] = nnreg_fit (X / 16, y, args{:}, "L1Method", "subgradient");
%! assert (history.Zeros(end), 0);
%!test
%! # The profile's parts add up to the whole, and the training is the same
%! [X, y] = nnreg_digits ();
%! args = {"Epochs", 3, "ValidationFraction", 0.2, "Verbose", 0};
%! text = evalc ('model = nnreg_fit (X, y, args{:}, "Profile", true);');
%! p = rmfield (model.Profile, "Total");
%! seconds = cell2mat (struct2cell (p));
%! assert (all (seconds >= 0));
%! assert (sum (seconds), model.Profile.Total, 1e-9);
%! assert (p.Forward > 0 && p.Update > 0 && p.Loss > 0 && p.Validation > 0);
%! assert (! isempty (strfind (text, "update")) && ! isempty (strfind (text, "total")));
%! assert (nnreg_fit (X, y, args{:}).Weights, model.Weights);
%!function check_lasso (g, w, lambda, tolerance)
%!  # the gradient of the data loss is -lambda sign (w), or at most lambda where w is 0
%!  assert (g(w != 0), -lambda * sign (w(w != 0)), tolerance);
%!  assert (all (abs (g(w == 0)) <= lambda + tolerance));
%!  assert (any (w == 0) && any (w != 0));
%!endfunction
%!test
%! # "fista" ends at the lasso's conditions of optimality
%! X = sin ((1:80).' * (1:20) .^ 1.5);
%! y = X(:,1:3) * [3; -2; 1] + cos (7 * (1:80).');
%! model = nnreg_fit (X, y, "Task", "regression", "LayerSizes", [], "Solver", "fista", ...
%!                    "Standardize", false, "StandardizeY", false, "Penalty", "l1", "Lambda", 0.1, "Verbose", 0);
%! w = model.Weights{1}.';
%! r = X * w + model.Biases{1} - y;
%! assert (mean (r), 0, 1e-7);
%! check_lasso (2 * X.' * r / 80, w, 0.1, 1e-6);
%!test
%! # and at those of the multinomial one; each step books no worse an objective
%! [X, y] = nnreg_digits ();
%! X = X / 16;
%! [model, history] = nnreg_fit (X, y, "LayerSizes", [], "Solver", "fista", "Verbose", 0, ...
%!                               "Penalty", "l1", "Lambda", 0.01, "Tolerance", 1e-6, ...
%!                               "Standardize", false);
%! [~, p] = nnreg_predict (model, X);
%! g = (p - (y == model.ClassNames.')).' * X / rows (X);
%! check_lasso (g(:), model.Weights{1}(:), 0.01, 1e-5);
%! assert (all (diff (history.Loss) <= 1e-12));
%!test
%! # Lambda as a function of the epoch: its last value is the one that counts at the end
%! [X, y] = nnreg_digits ();
%! args = {"LayerSizes", 16, "Epochs", 4, "Penalty", "l1", "Verbose", 0};
%! a = nnreg_fit (X / 16, y, args{:}, "Lambda", 1e-3);
%! b = nnreg_fit (X / 16, y, args{:}, "Lambda", @(k) 1e-3);
%! assert (a.Weights, b.Weights);
%! [c, history] = nnreg_fit (X / 16, y, args{:}, "Lambda", @(k) 1e-3 * (k > 2));
%! assert (history.Penalty(1:2), [0; 0]);
%! w = double (vertcat (c.Weights{1}(:), c.Weights{2}(:)));
%! assert (history.Penalty(4), 1e-3 * sum (abs (w)), 1e-5);
%!function [X, y, args] = some_digits ()
%!  [X, y] = nnreg_digits ();
%!  [X, y] = deal (X / 16, y);
%!  args = {"LayerSizes", 16, "LearnRate", 3e-3, "BatchSize", 32, ...
%!          "ValidationData", {X(801:1100,:), y(801:1100)}};
%!  [X, y] = deal (X(1:800,:), y(1:800));
%!endfunction
%!test
%! # under a Lambda that changes the data loss decides, not the penalty of each epoch
%! for penalty = {"l1", "l2", "elasticnet", "group", "decoupled"}
%!   [X, y, args] = some_digits ();
%!   held_out = args{end};
%!   args = [args, {"Penalty", penalty{1}, "Verbose", 0}];
%!   ## The penalty begins in the fifth epoch, when the network is still learning.
%!   lambda = @(k) merge (strcmp (penalty{1}, "decoupled"), 1, 1e-2) * max (0, k - 4);
%!   [model, h] = nnreg_fit (X, y, args{:}, "Lambda", lambda, "Epochs", 12);
%!   [~, best] = min (h.ValDataLoss);
%!   assert (best > 4 && best < 12);
%!   assert (h.Lambda, arrayfun (lambda, h.Epoch));
%!   assert (h.ValLoss, h.ValDataLoss + h.Penalty);
%!   ## The weights are those after this epoch, and Lambda belongs to it.
%!   [short, g] = nnreg_fit (X, y, args{:}, "Lambda", lambda, "Epochs", best, "Keep", "last");
%!   assert ({model.Weights, model.Biases}, {short.Weights, short.Biases});
%!   fixed = nnreg_fit (X, y, args{:}, "Lambda", lambda (best), "Epochs", 1);
%!   for name = {"Lambda1", "Lambda2", "LambdaGroup"}
%!     assert (model.(name{1}), fixed.(name{1}));
%!     assert (short.(name{1}), fixed.(name{1}));
%!   end
%!   m = nnreg_evaluate (model, X, y);
%!   assert (m.Penalty, h.Penalty(best), 1e-9 + 1e-6 * m.Penalty);
%!   m = nnreg_evaluate (model, held_out{:});
%!   assert ([m.DataLoss, m.Loss], [h.ValDataLoss(best), h.ValLoss(best)], 1e-5);
%!   assert (nnreg_summary (model).BestEpoch, best);
%! end
%!test
%! # a constant Lambda is judged by loss and penalty, and the history has no Lambda
%! [X, y, args] = some_digits ();
%! args = [args, {"Penalty", "l1", "Lambda", 5e-3, "Verbose", 0}];
%! [model, h] = nnreg_fit (X, y, args{:}, "Epochs", 15);
%! assert (! isfield (h, "Lambda"));
%! [~, best] = min (h.ValLoss);
%! assert (nnreg_summary (model).BestEpoch, best);
%! short = nnreg_fit (X, y, args{:}, "Epochs", best);
%! assert (model.Weights, short.Weights);
%!test
%! # Patience waits for the data loss, and what is printed says so
%! [X, y, args] = some_digits ();
%! lambda = @(k) 1e-2 * max (0, k - 4);
%! args = [args, {"Penalty", "l1", "Lambda", lambda, "Epochs", 40, "Patience", 3, "Verbose", 1}];
%! text = evalc ("[model, h] = nnreg_fit (X, y, args{:}, 'OutputFcn', @(h) h.Lambda(end) < 0);");
%! [~, best] = min (h.ValDataLoss);
%! assert (numel (h.Epoch), best + 3);
%! said = sprintf ("kept: epoch %d, the lowest validation data loss\n", best);
%! assert (text(end - numel (said) + 1:end), said);
%! text = evalc ("nnreg_summary (model)");
%! said = sprintf ("lowest validation data loss in epoch %d\n", best);
%! assert (! isempty (strfind (text, said)));
%!test
%! # a Lambda that is constant as a function gives the same bits as the number, in each precision
%! [X, y, args] = some_digits ();
%! args = [args, {"Epochs", 2, "Keep", "last", "Verbose", 0}];
%! for precision = {"single", "double"}
%!   for penalty = {"l1", "l2", "elasticnet", "group", "decoupled"}
%!     own = {"Penalty", penalty{1}, "Precision", precision{1}};
%!     a = nnreg_fit (X, y, args{:}, own{:}, "Lambda", 3e-3);
%!     b = nnreg_fit (X, y, args{:}, own{:}, "Lambda", @(k) 3e-3);
%!     assert ({a.Weights, a.Biases}, {b.Weights, b.Biases});
%!     assert ({a.Lambda1, a.Lambda2, a.LambdaGroup}, {b.Lambda1, b.Lambda2, b.LambdaGroup});
%!   end
%! end
%!test
%! # "group": whole inputs leave; KeepZeros trains on without them
%! X = sin ((1:400).' * (1:30) .^ 1.5);
%! y = 3 * X(:,1) .* X(:,2) + 2 * X(:,3) + 0.1 * cos (7 * (1:400).');
%! args = {"Task", "regression", "LayerSizes", 20, "BatchSize", 16, "Verbose", 0};
%! [model, h] = nnreg_fit (X, y, args{:}, "Epochs", 150, "Penalty", "group", "Lambda", 0.05);
%! gone = all (model.Weights{1} == 0, 1);
%! assert (! any (gone(1:3)) && all (gone(4:30)));
%! assert (model.Lambda2, [0, 0.05]);
%! value = 0.05 * sum (norm (double (model.Weights{1}), "columns")) ...
%!         + 0.05 * sum (double (model.Weights{2}) .^ 2);
%! assert (h.Penalty(end), value, 1e-5);
%! m = nnreg_evaluate (model, X, y);
%! assert (m.Penalty, value, 1e-5);
%! [again, relaxed] = nnreg_fit (X, y, args{:}, "Epochs", 30, "InitialModel", model, ...
%!                               "KeepZeros", true);
%! assert (again.Weights{1} == 0, model.Weights{1} == 0);
%! assert (relaxed.DataLoss(end) < h.DataLoss(end));
%!test
%! # "fista" with "group" and a smooth network ends at the conditions of optimality
%! X = sin ((1:200).' * (1:12) .^ 1.5);
%! y = X(:,1) + X(:,2) .* X(:,1) + 0.1 * cos (7 * (1:200).');
%! args = {"Task", "regression", "LayerSizes", 4, "Activations", "tanh", ...
%!         "StandardizeY", false};
%! model = nnreg_fit (X, y, args{:}, "Penalty", "group", "Lambda", 0.05, "Solver", "fista", ...
%!                    "Standardize", false, ...
%!                    "Tolerance", 1e-7, "Verbose", 0, "Epochs", 200);
%! [W, V] = deal (model.Weights{:});
%! theta = [W(:); model.Biases{1}; V(:); model.Biases{2}];
%! [~, g] = nnreg_cost (theta, X, y, args{:});
%! G = reshape (g(1:48), 4, 12);
%! n = norm (W, "columns");
%! live = n > 0;
%! assert (any (live) && any (! live));
%! assert (norm (G(:,! live), "columns") <= 0.05 + 1e-6);
%! assert (G(:,live), -0.05 * W(:,live) ./ n(live), 1e-5);
%! assert (g(53:56).', -2 * 0.05 * V, 1e-5);
%!function model = fit_long (varargin)
%!  [X, y] = nnreg_digits ();
%!  model = nnreg_fit (X / 16, y, "LayerSizes", 32, "Epochs", 200, "LearnRate", 0.01, ...
%!                     "BatchSize", 64, "Verbose", 0, varargin{:});
%!endfunction
%!warning <nnreg_fit: the network evades the penalty on layer 1 by scale>
%! model = fit_long ("Penalty", "l2", "Lambda", 1, "PenalizedLayers", "hidden");
%! assert (nnreg_sparsity (model).EvadedLayers, 1);
%!warning <the network evades the penalty on layer 1 by scale>
%! fit_long ("Penalty", "group", "Lambda", 0.1, "PenalizedLayers", 1);
%!test
%! # the layers behind are held by default
%! lastwarn ("", "");
%! model = fit_long ("Penalty", "group", "Lambda", 0.02);
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%! assert (isempty (nnreg_sparsity (model).EvadedLayers));
