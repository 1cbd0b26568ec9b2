## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The defaults that the data decide (nnr.options.for_rows has the rule): that all calls
## that train share them, and that what is given stays.

%!function [X, y] = wave (n)
%!  X = sin ((1:n).' .^ 2);
%!  y = 1 + (X + cos ((1:n).' * 7) > 0);
%!endfunction
%!function found = chosen (model)
%!  s = model.Settings;
%!  found = {s.BatchSize, s.Epochs, s.Penalty, s.Lambda};
%!endfunction

%!test # small, and large as it always was
%! small = {"LayerSizes", 1, "Verbose", 0};
%! for n = [150, 60000]
%!   [X, y] = wave (n);
%!   m = nnreg_fit (X, y, small{:});
%!   want = {{32, 100, "l2", 1 / 150}, {128, 20, "l2", 1 / 60000}}{1 + (n > 150)};
%!   assert (chosen (m), want);
%!   assert (rows (m.History.Epoch), want{2});
%!   assert ([m.Lambda1, m.Lambda2], [0, 0, 1, 1] / n);
%! end

%!test # what is given is what is trained with
%! [X, y] = wave (150);
%! fit = @(varargin) nnreg_fit (X, y, "LayerSizes", 2, "Verbose", 0, varargin{:});
%! default = fit ();
%! given = fit ("BatchSize", 32, "Epochs", 100, "Penalty", "l2", "Lambda", 1 / 150);
%! assert (given.Weights, default.Weights);
%! assert (chosen (fit ("Epochs", 3)), {32, 3, "l2", 1 / 150});
%! assert (chosen (fit ("Penalty", "none", "Epochs", 3)), {32, 3, "none", []});
%! warning ("off", "nnreg:allZero", "local");
%! assert (chosen (fit ("Penalty", "l1", "Lambda", 0.1, "BatchSize", 7)), {7, 100, "l1", 0.1});
%! assert (chosen (fit ("Penalty", "auto", "Epochs", [], "BatchSize", [])), chosen (default));

%!test # no default penalty where another option says what is wanted, nor for linear models
%! [X, y] = wave (40);
%! net = nnreg_fit (X, y, "LayerSizes", 2, "Epochs", 1, "Verbose", 0);
%! for args = {{"InitialModel", net}, {"InitialModel", net, "KeepZeros", true}, ...
%!             {"LayerSizes", 2, "PenaltyFactor", 1}, {"LayerSizes", []}, ...
%!             {"LayerSizes", [], "Solver", "adam"}, {"LayerSizes", 2, "Solver", "fista"}}
%!   warning ("off", "nnreg:notConverged", "local");
%!   warning ("off", "nnreg:idleOption", "local");
%!   m = nnreg_fit (X, y, args{1}{:}, "Epochs", 2, "Verbose", 0);
%!   assert ({m.Settings.Penalty, m.Settings.Lambda}, {"none", []});
%! end

%!test # rows of weight 0 and without a response do not count, validation rows do
%! [X, y] = wave (200);
%! args = {"LayerSizes", 1, "Epochs", 1, "Verbose", 0};
%! assert (nnreg_fit (X, y, args{:}, "Weights", 3 * ((1:200) > 80)).Lambda2(1), 1 / 120);
%! assert (nnreg_fit (X, y, args{:}, "ValidationFraction", 0.4).Lambda2(1), 1 / 200);
%! T = struct ("x", X, "y", y);
%! T.y(1:50) = NaN;
%! warning ("off", "nnreg:noResponse", "local");
%! assert (nnreg_fit (T, "y", args{:}).Lambda2(1), 1 / 150);

%!test # each fold and the refit of a search train with the choice for all rows
%! [X, y] = wave (5010);
%! folds = 1 + mod ((1:5010).', 3);
%! r = nnreg_gridsearch (X, y, {"LearnRate", 1e-3}, "LayerSizes", 2, "CV", folds, "Verbose", 0);
%! want = {64, 100, "l2", 1 / 5010};
%! assert (chosen (r.Model), want);
%! part = nnreg_fit (X(folds != 1,:), y(folds != 1), "LayerSizes", 2, "BatchSize", 64, ...
%!                   "Epochs", 100, "Penalty", "l2", "Lambda", 1 / 5010, "ClassNames", [1; 2], ...
%!                   "Verbose", 0);
%! [~, scores] = nnreg_predict (part, X(folds == 1,:));
%! assert (r.OutOfFold.Scores(folds == 1,:), scores, 1e-6);
%! whole = nnreg_fit (X, y, "LayerSizes", 2, "Verbose", 0);
%! assert (r.Model.Weights, whole.Weights);

%!test # the first training of a path has half the epochs, but 1600 steps; linear paths need none
%! want = {{32, 320, 64}, {32, 100, 20}, {128, 10, 2}};
%! for k = 1:3
%!   [p, s] = nnr.path.settings ({}, [[150, 500, 60000](k), 3]);
%!   assert ({s.BatchSize, s.Epochs, p.WarmEpochs}, want{k});
%! end
%! [p, s] = nnr.path.settings ({"LayerSizes", [], "Penalty", "auto"}, [150, 3]);
%! assert ({s.Epochs, s.Penalty}, {1000, "l1"});

%!test # a candidate of a search by another process has the same defaults
%! [X, y] = wave (90);
%! folder = tempname ();
%! args = {X, y, {"LayerSizes", {1, 2}}, "CV", 2, "Verbose", 0};
%! unwind_protect
%!   there = nnreg_gridsearch (args{:}, "StudyDir", folder, "Executor", "processes", "Shards", 1);
%!   here = nnreg_gridsearch (args{:});
%!   assert ([there.Results.FoldScores], [here.Results.FoldScores]);
%!   assert (there.Model.Weights, here.Model.Weights);
%!   assert (chosen (there.Model), {32, 167, "l2", 1 / 90});
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect

%!test # a small table is learnt: two classes in rings, new rows of them, without an option
%! k = (1:400).';
%! radius = mod (k * 0.618, 1) + (mod (k, 2) == 0);
%! X = radius .* [cos(k * 2.4), sin(k * 2.4)];
%! y = 1 + (radius > 1);
%! [train, test] = deal (k <= 200, k > 200);
%! m = nnreg_fit (X(train,:), y(train), "Verbose", 0);
%! assert (mean (nnreg_predict (m, X(test,:)) == y(test)) > 0.95);
%!test # and the default penalty helps where a network would learn noise
%! k = (1:160).';
%! X = sin (k .^ 2 .* (1:10) + (1:10));
%! y = X(:,1) + cos (k .^ 3);
%! [train, test] = deal (k <= 80, k > 80);
%! mse = @(args) mean ((nnreg_predict (nnreg_fit (X(train,:), y(train), "Task", "regression", ...
%!                                                "Verbose", 0, args{:}), X(test,:)) ...
%!                      - y(test)) .^ 2);
%! assert (mse ({}) < 0.9 * mse ({"Penalty", "none"}));
