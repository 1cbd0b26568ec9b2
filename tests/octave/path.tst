## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## nnreg_path: conditions of optimality along the path, cross-validation by hand, selected inputs.

%!function [X, y] = made_data (n, num_inputs, seed)
%!  # Friedman's function of five uniform inputs, noise of deviation 1
%!  rand ("twister", seed);
%!  randn ("twister", seed);
%!  X = rand (n, num_inputs);
%!  y = 10 * sin (pi * X(:,1) .* X(:,2)) + 20 * (X(:,3) - 0.5) .^ 2 + 10 * X(:,4) + 5 * X(:,5) ...
%!      + randn (n, 1);
%!endfunction

## ------------------------------------------------------------- Linear models --

%!shared X, y, Z, linear
%! linear = {"LayerSizes", [], "Verbose", 0};
%!test # the data of all that follows
%! [X, y] = made_data (120, 12, 3);
%! Z = (X - mean (X)) ./ std (X, 1);

%!test # the first lambda is the least that leaves no weight: lasso and elastic net
%! regression = [linear, {"Task", "regression", "CV", 0, "StandardizeY", false}];
%! r = nnreg_path (X, y, regression{:});
%! top = max (abs (2 / 120 * Z.' * (y - mean (y))));
%! assert (r.Lambda(1), top, 1e-12 * top);
%! assert (r.LiveInputs(1:2), [0, 1]);
%! r = nnreg_path (X, y, regression{:}, "Penalty", "elasticnet", "Alpha", 0.25, "NumLambda", 5);
%! assert (r.Lambda, 4 * top * 10 .^ -(0:4), 1e-12 * top);
%! r = nnreg_path (X, y, regression{:}, "Penalty", "l2", "NumLambda", 2, "LambdaRatio", 0.5);
%! assert (r.Lambda, [500, 250] * top, 1e-9 * top);

%!test # the first lambda for two classes, and for the group penalty without and with an L1 share
%! t = [1:12, 12:-1:1, 1:96].' > 30;
%! G = (t == [0, 1]) - mean (t == [0, 1]);
%! G = abs (Z.' * G / 120);
%! both = [linear, {"CV", 0, "NumLambda", 3}];
%! assert (nnreg_path (X, t, both{:}).Lambda(1), max (G(:)), 1e-12);
%! r = nnreg_path (X, t, both{:}, "Penalty", "group");
%! assert (r.Lambda(1), max (norm (G, "rows")), 1e-12);
%! r = nnreg_path (X, t, both{:}, "Penalty", "group", "Alpha", 0.5);
%! top = r.Lambda(1);
%! dead = @(lambda) all (norm (max (G - 0.5 * lambda, 0), "rows") <= 0.5 * lambda);
%! assert (dead (top * (1 + 1e-12)) && ! dead (top * (1 - 1e-9)));

%!test # with sample weights
%! w = 1 + mod ((1:120).', 3);
%! r = nnreg_path (Z, y, linear{:}, "Task", "regression", "CV", 0, "StandardizeY", false, ...
%!                 "Standardize", false, "Weights", w, "NumLambda", 2);
%! top = max (abs (2 * Z.' * (w .* (y - w.' * y / sum (w))) / sum (w)));
%! assert (r.Lambda(1), top, 1e-12 * top);

%!test # every point satisfies the lasso's conditions of optimality
%! r = nnreg_path (X, y, linear{:}, "Task", "regression", "CV", 0, "StandardizeY", false);
%! assert (numel (r.Lambda) > 20 && r.Complete);
%! assert (all (diff (r.Lambda) < 0) && all (diff (r.TrainLoss) < 0));
%! for k = 1:numel (r.Lambda)
%!   m = r.Models{k};
%!   w = m.Weights{1}.';
%!   residual = y - nnreg_predict (m, X);
%!   g = 2 / 120 * Z.' * residual;
%!   assert (g(w != 0), r.Lambda(k) * sign (w(w != 0)), 1e-6);
%!   assert (all (abs (g) <= r.Lambda(k) + 1e-6));
%!   assert (r.TrainLoss(k), mean (residual .^ 2), 1e-9);
%!   assert (r.Selected{k}, find (w).');
%!   assert (r.Zeros(k), mean (w == 0), eps);
%! end

%!test # the folds by hand, of 50, 50 and 20 rows; the choice
%! folds = 1 + floor (mod (7 * (1:120).', 120) / 50);
%! args = [linear, {"Task", "regression", "CV", folds, "NumLambda", 8}];
%! r = nnreg_path (X, y, args{:});
%! rmse = nnreg_path (X, y, args{:}, "Score", "RMSE");
%! unit = std (y, 1);           # the same in all folds
%! for fold = 1:3
%!   out = folds == fold;
%!   for k = 1:numel (r.Lambda)
%!     # means, and the scales of X, come from the rows outside of the fold
%!     m = nnreg_fit ((X(! out,:) - mean (X(! out,:))) ./ std (X(! out,:), 1), ...
%!                    (y(! out) - mean (y(! out))) / unit, linear{:}, "Task", "regression", ...
%!                    "StandardizeY", false, "Standardize", false, "Penalty", "l1", ...
%!                    "Lambda", r.Lambda(k));
%!     yhat = nnreg_predict (m, (X(out,:) - mean (X(! out,:))) ./ std (X(! out,:), 1)) * unit ...
%!            + mean (y(! out));
%!     mse = mean ((yhat - y(out)) .^ 2);
%!     assert (rmse.FoldScores(fold,k), sqrt (mse), 1e-5);
%!     assert (r.FoldLosses(fold,k), mse / unit ^ 2, 1e-6);
%!   end
%! end
%! assert (r.FoldScores, r.FoldLosses);
%! assert (rmse.FoldLosses, r.FoldLosses);
%! assert (r.FoldWeights, [50; 50; 20]);
%! assert (r.Mean, [5, 5, 2] / 12 * r.FoldScores, 1e-12);
%! assert (r.CVLoss, r.Mean);
%! assert (r.CVRMSE, rmse.Mean, 1e-12);
%! assert (r.SE, sqrt ([5, 5, 2] / 12 * (r.FoldScores - r.Mean) .^ 2 / 2), 1e-12);
%! assert (r.Mean(r.IndexMin), min (r.Mean));
%! assert (r.Lambda1SE, max (r.Lambda(r.Mean <= r.Mean(r.IndexMin) + r.SE(r.IndexMin))));
%! assert (r.Model1SE.Weights, r.Models{r.Index1SE}.Weights);

%!test # lambda.min and lambda.1se of cv.glmnet on the same folds and lambdas, with weights
%! name = "glmnet_fixture.json";
%! places = {file_in_loadpath(name), fullfile("tests", "octave", name), ...
%!           fullfile(fileparts (which ("nnreg_path")), "..", "tests", "octave", name)};
%! there = find (cellfun (@(f) ! isempty (f) && exist (f, "file") == 2, places), 1);
%! all = jsondecode (fileread (places{there}));
%! for c = all.paths.'
%!   set = all.sets.(c.set);
%!   [X_of, y_of, w] = deal (set.X, set.y, c.weights);
%!   args = [linear, {"CV", c.folds, "Weights", w, "Tolerance", 1e-12}];
%!   # glmnet's losses are 2 of ours for classes, and in the units of y for a regression
%!   [unit, lambda] = deal (2, c.lambda);
%!   if (strcmp (c.family, "gaussian"))
%!     unit = var (y_of, w / sum (w));
%!     lambda = 2 * c.lambda / sqrt (unit);
%!     args = [args, {"Task", "regression"}];
%!   end
%!   r = nnreg_path (X_of, y_of, args{:}, "Lambda", lambda);
%!   near = c.cvm <= c.cvm(1);           # beyond it cv.glmnet cuts off small probabilities
%!   assert (nnz (near) >= 15);
%!   assert (unit * r.CVLoss(near).', c.cvm(near), 1e-5 * max (c.cvm(near)));
%!   assert (unit * r.SE(near).', c.cvsd(near), 1e-5 * max (c.cvm(near)));
%!   assert ([r.IndexMin; r.Index1SE], c.index);
%! end

%!test # noise: one standard error leaves no input; signal: the inputs that matter
%! rand ("twister", 3);
%! randn ("twister", 3);
%! warning ("off", "nnreg:constant", "local");
%! num_inputs = [];
%! for k = 1:6
%!   noise = randn (100, 20);
%!   y_of = {rand(100, 1) > 0.5, randn(100, 1)}{1 + (k > 3)};
%!   task = {"classification", "regression"}{1 + (k > 3)};
%!   r = nnreg_path (noise, y_of, linear{:}, "Task", task, "Tolerance", 1e-5);
%!   num_inputs(k) = r.LiveInputs(r.Index1SE);
%! end
%! assert (nnz (num_inputs) <= 1);
%! signal = noise(:,1:3) * [3; -2; 2] + 0.3 * randn (100, 1);
%! r = nnreg_path (noise, signal, linear{:}, "Task", "regression", "Tolerance", 1e-5);
%! assert (intersect (r.Selected{r.Index1SE}, 1:3), 1:3);
%! r = nnreg_path (noise, signal > 0, linear{:}, "Tolerance", 1e-5);
%! assert (intersect (r.Selected{r.Index1SE}, 1:3), 1:3);

%!test # relaxed: least squares on the inputs that the lasso leaves
%! args = [linear, {"Task", "regression", "CV", 0, "StandardizeY", false, "NumLambda", 6}];
%! r = nnreg_path (X, y, args{:});
%! relaxed = nnreg_path (X, y, args{:}, "Relax", true);
%! for k = 2:numel (r.Lambda)
%!   live = r.Selected{k};
%!   assert (relaxed.Selected{k}, live);
%!   b = [ones(120, 1), X(:,live)] \ y;
%!   assert (nnreg_predict (relaxed.Models{k}, X), [ones(120, 1), X(:,live)] * b, 1e-5);
%!   assert (relaxed.Zeros(k), r.Zeros(k));
%! end

%!test # relaxed with folds: the solver fista has the same models, losses and predictions
%! i = (1:90).';
%! A = sin (i * (1:12) + i .^ 2 * (12:-1:1) / 7) + sin (i);
%! R = [A(:,1:2) * [3; -2] + 2 * sin(i .^ 2), A(:,3) + cos(5 * i .^ 2)];
%! class = 1 + (R(:,1) + 3 * sin (3 * i .^ 2) > 0) + (R(:,1) + 3 * sin (7 * i .^ 2) > 3);
%! wide = sin (i(1:40) * (1:60) + i(1:40) .^ 2 * (60:-1:1) / 7);
%! cases = {{A, R, "Task", "regression"}
%!          {A, R, "Task", "regression", "Penalty", "group", "Weights", 1 + mod(i, 3)}
%!          {A, class}
%!          {A, class, "Penalty", "elasticnet", "Weights", 1 + mod(i, 3)}
%!          {A, class > 1, "Penalty", "l1", "PenaltyFactor", [0, 2, Inf, ones(1, 9)]}
%!          {wide, R(1:40,:), "Task", "regression"}
%!          {sparse(wide .* (wide > 0.3)), R(1:40,1), "Task", "regression", "Intercept", false}};
%! for c = cases.'
%!   args = [c{1}(3:end), {"LayerSizes", [], "Verbose", 0, "Relax", true, "CV", 3, ...
%!                         "NumLambda", 5, "LambdaRatio", 0.2, "Precision", "double"}];
%!   warning ("off", "nnreg:constant", "local");
%!   r = nnreg_path (c{1}{1:2}, args{:});
%!   q = nnreg_path (c{1}{1:2}, args{:}, "Solver", "fista", "Tolerance", 1e-13, "Epochs", 20000);
%!   assert (r.Lambda, q.Lambda, 1e-6 * q.Lambda(1));
%!   assert (r.Models{2}.Settings.Solver, "coordinate");
%!   assert (r.Selected, q.Selected);
%!   assert (r.TrainLoss, q.TrainLoss, 1e-7);
%!   assert (r.FoldLosses, q.FoldLosses, 1e-6);
%!   for at = 1:5
%!     assert (r.Models{at}.Weights{1}, q.Models{at}.Weights{1}, 1e-5);
%!     assert ({r.Models{at}.Lambda1, r.Models{at}.Settings.Penalty}, {0, "none"});
%!   end
%! end

%!test # Repeats: the folds of each repeat, as if they had been given alone
%! folds = [mod((1:120).', 3), mod(floor ((1:120).' / 7), 4)] + 1;
%! wide = sin ((1:40).' * (1:60) + (1:40).' .^ 2 * (60:-1:1) / 7);
%! class = 1 + (y > median (y));
%! cases = {{X, y, "Task", "regression"}, {X, class, "Relax", true}, ...
%!          {wide, y(1:40), "Task", "regression", "Penalty", "l2"}, {wide, class(1:40)}};
%! for c = cases
%!   n = rows (c{1}{1});
%!   own = {"LayerSizes", [], "Verbose", 0, "NumLambda", 20, "OutOfFold", true};
%!   args = [c{1}(3:end), own];
%!   warning ("off", "nnreg:constant", "local");
%!   warning ("off", "nnreg:notConverged", "local");
%!   r = nnreg_path (c{1}{1:2}, args{:}, "CV", folds(1:n,:));
%!   for k = 1:2
%!     one = nnreg_path (c{1}{1:2}, args{:}, "CV", folds(1:n,k), "Lambda", r.Lambda);
%!     want = one.FoldLosses(:,1:numel (r.Lambda));
%!     assert (r.FoldLosses(3 * (k - 1) + (1:rows (want)),:), want, 1e-6 * max (want(:)));
%!   end
%!   assert (rows (r.FoldLosses), 7);
%! end

%!test # a falling path stops before it has more than MaxFeatures inputs
%! args = [linear, {"Task", "regression", "CV", 0}];
%! all = nnreg_path (X, y, args{:});
%! r = nnreg_path (X, y, args{:}, "MaxFeatures", 4);
%! count = find (all.LiveInputs > 4, 1) - 1;
%! assert (r.Lambda, all.Lambda(1:count));

%!test # sparse X like full X; the user's lambdas, in any order
%! S = X .* (X > 0.6);
%! args = [linear, {"CV", 3, "Lambda", [0.01, 0.1, 0.03]}];
%! full_one = nnreg_path (S, y > 14, args{:});
%! r = nnreg_path (sparse (S), y > 14, args{:});
%! assert (r.Lambda, [0.1, 0.03, 0.01]);
%! assert (r.FoldLosses, full_one.FoldLosses, 1e-6);
%! assert (r.ScoreName, "Loss");
%! assert (r.FoldScores, r.FoldLosses);
%! assert (r.LambdaMin, r.Lambda(find (r.CVLoss == min (r.CVLoss), 1)));
%! right = nnreg_path (S, y > 14, args{:}, "Score", "Accuracy");
%! assert (right.FoldLosses, full_one.FoldLosses);
%! assert (right.Mean, r.CVAccuracy, 1e-12);
%! assert (right.LambdaMin, right.Lambda(find (right.Mean == max (right.Mean), 1)));

%!test # with class weights a path goes on while the weighted loss, which it minimises, falls
%! rand ("twister", 1);
%! randn ("twister", 1);
%! Xr = randn (300, 6);
%! t = Xr(:,1) + 2 * randn (300, 1) > 2.2;
%! weights = [1, 30];
%! r = nnreg_path (Xr, t, linear{:}, "CV", 0, "ClassWeights", weights);
%! w = weights(1 + t).';
%! loss = zeros (size (r.Lambda));
%! for k = 1:numel (loss)
%!   [~, scores] = nnreg_predict (r.Models{k}, Xr);
%!   loss(k) = -sum (w .* log (merge (t, scores(:,2), scores(:,1)))) / sum (w);
%! end
%! assert (r.Lambda(end) > 1.01e-4 * r.Lambda(1));
%! explained = 1 - loss / loss(1);
%! gained = diff (explained);
%! assert (gained(4:end - 1) > 1e-5 && gained(end) < 1e-5);

%!test # one warning if solutions are not exact, with folds and without
%! alike = X(:,1) + 1e-2 * X;
%! for cv = [0, 3]
%!   lastwarn ("");
%!   evalc (['r = nnreg_path (alike, y, linear{:}, "Task", "regression", "CV", cv, ', ...
%!           '"Epochs", 1);']);
%!   [text, id] = lastwarn ();
%!   assert (id, "nnreg:notConverged");
%!   assert (! isempty (regexp (text, '^nnreg_path: at \d+ of \d+ points a training did not')));
%!   assert (r.NumPlanned, 100);
%! end
%! lastwarn ("", "");
%! r = nnreg_path (X, y, linear{:}, "Task", "regression", "Lambda", [0.1, 0.01]);
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%! assert (r.NumPlanned, 2);

%!test # Adam's path rises, because Adam cannot leave zero
%! r = nnreg_path (X, y > 14, linear{:}, "CV", 0, "Solver", "adam", "Penalty", "group", ...
%!                 "NumLambda", 20);
%! assert (all (diff (r.Lambda) > 0));
%! assert (r.LiveInputs(1), 12);
%! exact = nnreg_path (X, y > 14, linear{:}, "CV", 0, "Penalty", "group", "NumLambda", 20);
%! assert (r.TrainLoss(1) < 1.05 * exact.TrainLoss(end));

%!function check_wide (X, y, varargin)
%!  # screening or not, each point satisfies the conditions of optimality for all inputs
%!  r = nnreg_path (X, y, "LayerSizes", [], "Standardize", false, "StandardizeY", false, ...
%!                  "CV", 0, "NumLambda", 15, "LambdaRatio", 0.05, "Verbose", 0, varargin{:});
%!  classes = columns (y) == 1 && all (y == fix (y));
%!  for k = 1:numel (r.Lambda)
%!    m = r.Models{k};
%!    s = m.Settings;
%!    [~, out] = nnreg_predict (m, X);
%!    if (classes)
%!      G = (out - (y == 1:max (y))).' * X / rows (X);
%!    else
%!      G = 2 / numel (y) * (X * m.Weights{1}.' + m.Biases{1}.' - y).' * X;
%!    end
%!    W = m.Weights{1};
%!    ridge = m.Lambda2;
%!    G = G + 2 * ridge * W;
%!    if (m.LambdaGroup > 0)
%!      dead = ! any (W, 1);
%!      assert (all (norm (G(:,dead), "columns") <= r.Lambda(k) * (1 + 1e-5)));
%!      live = W(:,! dead);
%!      assert (G(:,! dead), -r.Lambda(k) * live ./ norm (live, "columns"), 1e-5);
%!    else
%!      assert (G(W != 0), -m.Lambda1 * sign (W(W != 0)), 1e-5);
%!      assert (all (abs (G(W == 0)) <= m.Lambda1 * (1 + 1e-5)));
%!    end
%!    assert (r.Zeros(k), mean (W(:) == 0), eps);
%!    assert (r.Selected{k}, find (any (W, 1)));
%!  end
%!  assert (r.LiveInputs(1), 0);
%!  assert (r.LiveInputs(end) > 5);
%!endfunction

%!test # wide: few inputs at a time
%! rand ("twister", 4);
%! randn ("twister", 4);
%! X = randn (80, 300) + 0.5 * randn (80, 1);
%! y = X(:,[3, 150, 299]) * [3; -2; 1] + randn (80, 1);
%! check_wide (X, y, "Task", "regression");
%! check_wide (X, y, "Task", "regression", "Penalty", "elasticnet", "Alpha", 0.3);
%! check_wide (X, 1 + (y > -1) + (y > 2));
%! check_wide (X, 1 + (y > -1) + (y > 2), "Penalty", "group");
%! check_wide (X .* (X > 0.5), 1 + (y > 0));
%! check_wide (sparse (X .* (X > 0.5)), 1 + (y > 0));

%!test # wide with folds: the same as a fit for each fold; relaxed refits
%! rand ("twister", 4);
%! randn ("twister", 4);
%! X = randn (90, 200);
%! y = X(:,1:3) * [3; -2; 1] + randn (90, 1);
%! folds = mod ((1:90).', 3) + 1;
%! args = {"LayerSizes", [], "Task", "regression", "Standardize", false, "StandardizeY", false, ...
%!         "Verbose", 0};
%! r = nnreg_path (X, y, args{:}, "CV", folds, "NumLambda", 6, "LambdaRatio", 0.1);
%! for fold = 1:3
%!   out = folds == fold;
%!   for k = 1:6
%!     m = nnreg_fit (X(! out,:), y(! out), args{:}, "Penalty", "l1", "Lambda", r.Lambda(k));
%!     rmse = sqrt (mean ((nnreg_predict (m, X(out,:)) - y(out)) .^ 2));
%!     assert (sqrt (r.FoldScores(fold,k)), rmse, 1e-5);
%!   end
%! end
%! relaxed = nnreg_path (X, y, args{:}, "CV", 0, "NumLambda", 6, "LambdaRatio", 0.1, "Relax", true);
%! live = relaxed.Selected{4};
%! assert (live, r.Selected{4});
%! A = [ones(90, 1), X(:,live)];
%! assert (nnreg_predict (relaxed.Models{4}, X), A * (A \ y), 1e-5);

## ------------------------------------------------------------------ Networks --

%!test # lambda rises until no weight is left; the start is dense
%! [X, y] = made_data (120, 12, 3);
%! r = nnreg_path (X, y, "Task", "regression", "LayerSizes", 16, "CV", 2, "Verbose", 0);
%! assert (all (diff (r.Lambda) > 0));
%! # (rounding decides whether a weight behind dead units is left)
%! assert (r.Zeros(1) < 0.3 && r.Zeros(end) > 0.98);
%! assert (r.LiveInputs(end), 0);
%! constant = nnreg_predict (r.Models{end}, 10 * X);
%! assert (constant, repmat (constant(1), 120, 1));
%! assert (r.CVRMSE(r.IndexMin) < 0.7 * std (y));
%! m = nnreg_evaluate (r.Models{3}, X, y);
%! assert (r.TrainLoss(3), m.DataLoss, 1e-5);

%!test # elimination finds Friedman's five inputs among forty; it predicts like a network on these
%! # (with another rounding, as in a build for sanitizers, one input too many may just pass)
%! num_selected = zeros (1, 3);
%! for seed = 1:3
%!   [X, y] = made_data (500, 40, seed);
%!   [Xt, yt] = made_data (2000, 40, 100 + seed);
%!   r = nnreg_path (X, y, "Task", "regression", "Penalty", "group", "Verbose", 0);
%!   assert (r.Method, "elimination");
%!   assert (r.Selected{r.Index1SE}(1:5), 1:5);
%!   num_selected(seed) = numel (r.Selected{r.Index1SE});
%!   rmse = @(m, X) sqrt (mean ((nnreg_predict (m, X) - yt) .^ 2));
%!   told = nnreg_fit (X(:,1:5), y, "Task", "regression", "Standardize", true, ...
%!                     "Epochs", 200, "Verbose", 0);
%!   assert (rmse (r.Model1SE, Xt) < 1.15 * rmse (told, Xt(:,1:5)));
%!   assert (all (diff (r.LiveInputs) < 0) && all (diff (r.Lambda) >= 0));
%!   assert (r.Zeros, 1 - r.LiveInputs / 40, eps);
%! end
%! assert (sort (num_selected)(1:2), [5, 5]);
%! assert (max (num_selected) <= 6);

%!test # only one of two nearly equal inputs stays
%! [X, y] = made_data (400, 5, 7);
%! X = [X, X + 0.01 * randn(400, 5)];
%! r = nnreg_path (X, y, "Task", "regression", "Penalty", "group", "Verbose", 0);
%! live = r.Selected{r.LiveInputs == 5};
%! assert (sort (mod (live - 1, 5) + 1), 1:5);

%!test # the same bits for any number of threads, with folds and without
%! [X, y] = made_data (300, 20, 1);
%! strip = @(r) rmfield (r, {"Models", "ModelMin", "Model1SE"});
%! weights = @(r) cellfun (@(m) m.Weights, r.Models, "UniformOutput", false);
%! for penalty = {"group", "l1"}
%!   args = {"Task", "regression", "Penalty", penalty{1}, "LayerSizes", 16, "Epochs", 10, ...
%!           "CV", 3, "NumLambda", 5, "Verbose", 0, "Threads"};
%!   one = nnreg_path (X, y, args{:}, 1);
%!   two = nnreg_path (X, y, args{:}, 2);
%!   assert (isequaln (strip (one), strip (two)));
%!   assert (isequal (weights (one), weights (two)));
%!   args{8} = 60;               # where the chain of all rows loses nothing
%!   one = nnreg_path (X, y, args{:}, 1);
%!   args{10} = 0;
%!   alone = nnreg_path (X, y, args{:}, 2);
%!   assert (isequal (weights (alone), weights (one)));
%! end
%! # nor does the number of inputs with which the path begins again depend on the folds
%! [X, y] = made_data (100, 60, 1);
%! args = {"Task", "regression", "Penalty", "group", "LayerSizes", 16, "Epochs", 200, ...
%!         "MaxFeatures", 20, "Verbose", 0, "CV"};
%! alone = nnreg_path (X, y, args{:}, 0);
%! assert (isequal (weights (alone), weights (nnreg_path (X, y, args{:}, 3))));

%!test # an input's price if a large lambda leaves fewer inputs than planned
%! [X, y] = made_data (300, 12, 1);
%! r = nnreg_path (X, y, "Task", "regression", "Penalty", "group", "LayerSizes", 16, ...
%!                 "Lambda", 0.3, "CV", 0, "Verbose", 0);
%! assert (any (r.LiveInputs < [12, 10, 8:-1:0]));
%! assert (r.NumPlanned, 11);
%! price = diff (r.TrainLoss) ./ -diff ([12, 10, 8:-1:0]);
%! assert (r.Lambda, [0, max(0, cummax (price))], 1e-12);

%!test # MaxFeatures: the first point has exactly this number of inputs
%! [X, y] = made_data (300, 20, 1);
%! r = nnreg_path (X, y, "Task", "regression", "Penalty", "group", "MaxFeatures", 7, ...
%!                 "CV", 0, "Verbose", 0);
%! assert (r.LiveInputs, 7:-1:0);
%! assert (! isfield (r, "LambdaMin"));
%! # dropped inputs have zero weights, and the models take all columns
%! assert (find (any (r.Models{2}.Weights{1})), r.Selected{2});
%! Xc = X;
%! Xc(:,setdiff (1:20, r.Selected{2})) = 5;
%! assert (nnreg_predict (r.Models{2}, Xc), nnreg_predict (r.Models{2}, X));
%! small = nnreg_compact (r.Models{2});
%! assert (nnreg_predict (small, X), nnreg_predict (r.Models{2}, X), 1e-5);

%!test # classes, constant columns, sparse X, unstandardised: the digits
%! [X, y] = nnreg_digits ();
%! args = {"Penalty", "group", "LayerSizes", 32, "CV", 2, "MaxFeatures", 30, "Verbose", 0};
%! r = nnreg_path (X, y, args{:});
%! at = r.LiveInputs == 20;
%! assert (r.CVAccuracy(at) > 0.9);
%! constant = find (std (X) == 0);
%! assert (isempty (intersect (constant, [r.Selected{:}])));
%! raw = nnreg_path (sparse (X / 16), y, args{:}, "Standardize", false);
%! assert (raw.CVAccuracy(raw.LiveInputs == 20) > 0.9);

%!test # too many inputs for a covariance
%! rand ("twister", 5);
%! X = sparse (rand (300, 1100) .* (rand (300, 1100) < 0.1));
%! X(:,[7, 900]) = rand (300, 2);
%! y = X(:,7) > X(:,900);
%! r = nnreg_path (X, y, "Penalty", "group", "LayerSizes", 8, "CV", 0, "MaxFeatures", 5, ...
%!                 "Verbose", 0);
%! assert (r.Selected{r.LiveInputs == 2}, [7, 900]);

%!test # pure noise: no input is chosen; the constant is scored as by hand
%! rand ("twister", 11);
%! randn ("twister", 11);
%! X = rand (200, 12);
%! y = [randn(200, 1), 5 * randn(200, 1) + 3];
%! folds = mod ((1:200).', 4) + 1;
%! w = 1 + mod ((1:200).', 2);
%! args = {"Penalty", "group", "LayerSizes", 8, "CV", folds, "Weights", w, "Verbose", 0};
%! r = nnreg_path (X, y, "Task", "regression", args{:});
%! assert (r.LiveInputs(end), 0);
%! assert (r.LiveInputs(r.Index1SE), 0);
%! mean_of = @(v, rows) w(rows).' * v(rows,:) / sum (w(rows));
%! variance = mean_of ((y - mean_of (y, true (200, 1))) .^ 2, true (200, 1));
%! for fold = 1:4
%!   squares = (y - mean_of (y, folds != fold)) .^ 2 ./ variance;
%!   assert (r.FoldScores(fold,end), mean (mean_of (squares, folds == fold)), 1e-5);
%! end
%! yhat = nnreg_predict (r.Models{end}, X);
%! assert (yhat, repmat (mean_of (y, true (200, 1)), 200, 1), 1e-5);
%! m = nnreg_evaluate (r.Models{end}, X, y, "Weights", w);
%! assert (r.TrainLoss(end), m.DataLoss, 1e-5);
%! labels = {"b"; "a"; "c"}(1 + (rand (200, 1) > 0.3) + (rand (200, 1) > 0.9));
%! r = nnreg_path (X, labels, args{:}, "Score", "Accuracy");
%! assert (r.LiveInputs(end), 0);
%! m = nnreg_evaluate (r.Models{end}, X, labels, "Weights", w);
%! assert (r.TrainLoss(end), m.DataLoss, 1e-5);
%! out = folds == 2;
%! right = strcmp (labels, nnreg_predict (r.Models{end}, X(1,:)));
%! assert (r.FoldScores(2,end), sum (w(out) .* right(out)) / sum (w(out)), 1e-6);

%!test # "group" by lambda
%! [X, y] = made_data (300, 20, 1);
%! r = nnreg_path (X, y, "Task", "regression", "Penalty", "group", "Method", "lambda", ...
%!                 "CV", 0, "Verbose", 0, "LayerSizes", 16, "NumLambda", 8);
%! assert (r.LiveInputs(1) > 15 && r.LiveInputs(end) <= 1);
%! assert (all (diff (r.LiveInputs) <= 0));

%!test # the largest lambda of networks: several layers, settings that make no zeros by themselves
%! [X, y] = made_data (300, 20, 1);
%! args = {"Task", "regression", "CV", 0, "Verbose", 0, "NumLambda", 12, "Method", "lambda"};
%! r = nnreg_path (X, y, args{:}, "Penalty", "group", "LayerSizes", [32, 16, 8]);
%! assert (r.LiveInputs(1) > 15 && r.LiveInputs(end) == 0);
%! assert (nnz (r.LiveInputs) > 6);
%! r = nnreg_path (X, y, args{:}, "Penalty", "group", "Alpha", 1, "LayerSizes", 16);
%! assert (r.LiveInputs(1) > 15 && r.LiveInputs(end) == 0);
%! lambdas = nnreg_path (X, y, args{:}, "LayerSizes", 16).Lambda;
%! for other = {"Solver", "fista"; "L1Method", "subgradient"}.'
%!   r = nnreg_path (X, y, args{:}, "LayerSizes", 16, "Precision", "single", "Epochs", 10, ...
%!                   other{:});
%!   assert (r.Lambda(1), lambdas(1));
%! end
%! l2 = nnreg_path (X, y, args{:}, "LayerSizes", 16, "Penalty", "l2");
%! r = nnreg_path (X, y, args{:}, "LayerSizes", 16, "Penalty", "elasticnet", "Alpha", 0);
%! assert (r.Lambda, 2 * l2.Lambda, 1e-12);
%! assert (r.TrainLoss, l2.TrainLoss, 1e-5);

## ----------------------------------------------------------------- What else --

%!test # OutputFcn ends a path; "last" returns it
%! [X, y] = made_data (120, 12, 3);
%! r = nnreg_path (X, y, linear{:}, "Task", "regression", "OutputFcn", @(r) numel (r.Lambda) == 3);
%! assert (numel (r.Lambda), 3);
%! assert (! r.Complete);
%! assert (isfield (r, "Lambda1SE"));
%! assert (isequal (nnreg_path ("last"), r));

%!test # an OutputFcn that fails ends the path; the points so far are returned
%! lastwarn ("", "");
%! evalc (['r = nnreg_path (X, y, linear{:}, "Task", "regression", ', ...
%!         '"OutputFcn", @(r) error ("mine"));']);
%! [~, id] = lastwarn ();
%! assert (id, "nnreg:outputFcn");
%! assert (numel (r.Lambda), 1);

%!test # FeatureNames; printed lines
%! [X, y] = made_data (120, 12, 3);
%! names = arrayfun (@(j) sprintf ("x%d", j), 1:12, "UniformOutput", false);
%! text = evalc (['r = nnreg_path (X, y, "LayerSizes", [], "Task", "regression", ', ...
%!                '"FeatureNames", names, "Verbose", 1)']);
%! assert (r.Models{1}.FeatureNames, names);
%! assert (! isempty (strfind (text, "1 s.e.: point")));
%! assert (! isempty (strfind (text, "x4")));

%!function refuses (pattern, varargin)
%!  [X, y] = made_data (30, 6, 1);
%!  try
%!    nnreg_path (X, y, "Task", "regression", varargin{:});
%!  catch err
%!    assert (strncmp (err.identifier, "nnreg:bad", 9));
%!    assert (! isempty (regexp (err.message, ["^nnreg_path: ", pattern], "once")), err.message);
%!    return
%!  end
%!  error ("not refused: %s", pattern);
%!endfunction

%!test
%! refuses ('InitialModel has no place in a path', "InitialModel", struct ());
%! refuses ('CheckpointFile must be the name of a file', "CheckpointFile", 3);
%! refuses ('Patience has no place in a path', "Patience", 3);
%! refuses ('Penalty must be "l1", "l2", "elasticnet" or "group", got "none"', "Penalty", "none");
%! refuses ('Lambda must be a vector of positive numbers', "Lambda", [0, 1]);
%! refuses ('Lambda must be a vector of positive numbers', "Lambda", @(k) k);
%! refuses ('LambdaRatio must be below 1, got 2', "LambdaRatio", 2);
%! refuses ('NumLambda must be a positive integer, got 0', "NumLambda", 0);
%! refuses ('NumLambda must be at most 10000, got 1e\+10', "NumLambda", 1e10);
%! refuses ('WarmEpochs must be at most 1e\+07, got 1e\+10', "WarmEpochs", 1e10);
%! refuses ('MaxFeatures must be a positive integer or Inf, got -1', "MaxFeatures", -1);
%! refuses (['CV must be 0 \(no folds\), from 2 to the 30 samples, a share to hold ', ...
%!           'out between 0 and 1, "forward", or a fold for each of them, got 31'], "CV", 31);
%! refuses ('CV must be 0 \(no folds\), from 2 to the 30 samples, a .*, got 1', "CV", 1);
%! refuses ('CV must be 0 \(no folds\), from 2 to the 30 samples, a .*, got \[\]', "CV", []);
%! refuses ('Score must be "Loss", "RMSE", "MeanMAE", .*, got "Accuracy"', "Score", "Accuracy");
%! refuses ('the Method "elimination" needs hidden layers', "Method", "elimination");
%! refuses ('the Method "elimination" trains with one Lambda', "Penalty", "group", ...
%!          "Lambda", [0.1, 0.2]);
%! refuses ('Relax cannot be false|the Method "elimination" scores relaxed', ...
%!          "Penalty", "group", "Relax", false);
%! refuses ('unknown option "NumLamda"; did you mean "NumLambda"', "NumLamda", 3);
%! refuses ('OutputFcn must be a function handle', "OutputFcn", 3);
%! refuses ('OutputFcn must be a function handle', "OutputFcn", {1, 2});
%! refuses ('no point of the path has at most 1 input; give a larger MaxFeatures', ...
%!          "LayerSizes", [], "MaxFeatures", 1, "Lambda", 1e-4);
%! refuses (['no point of the path has at most 2 inputs; give a penalty that makes zeros .*', ...
%!           'keeps all inputs'], "LayerSizes", [], "Penalty", "l2", "MaxFeatures", 2);

%!error <nnreg_path: KeepZeros of a linear model needs an InitialModel>
%! nnreg_path ((1:20).', (1:20) > 10, "LayerSizes", [], "KeepZeros", true)
%!error <nnreg_path: in fold 1 of CV all samples weigh 0> ...
%! nnreg_path ((1:20).', (1:20) > 10, "Weights", (1:20) > 5, "CV", ceil ((1:20) / 5))
%!error <nnreg_path: in fold 2 of CV all samples weigh 0> ...
%! nnreg_path ((1:20).', mod (1:20, 2), "Weights", (1:20) <= 5, "CV", 1 + ((1:20) > 5))
%!error <nnreg_path: all columns of X are constant> ...
%! nnreg_path (ones (20, 2), (1:20) > 10, "Penalty", "group", "Verbose", 0)
%!error <nnreg_path: no column of X varies together with y> ...
%! nnreg_path (ones (20, 2), (1:20) > 10, "LayerSizes", [], "Verbose", 0)
%!error <Invalid call> nnreg_path (1)
%!test # an empty cell means no OutputFcn, like []
%! args = {"Task", "regression", "LayerSizes", [], "NumLambda", 3, "CV", 0, "Verbose", 0};
%! assert (nnreg_path ((1:9).', (1:9).', args{:}, "OutputFcn", {}).Complete);

## Scores of the predictions are those of a search on the same folds, out of fold in a path too.
%!test
%! X = sin ((1:90).' * (1:5) * 1.7);
%! y = X(:,1) - X(:,2) + sin ((1:90).' * 9.1) > 0.5;
%! args = {"LayerSizes", [], "CV", 3, "Verbose", 0};
%! better = struct ("AUC", 1, "Brier", -1, "F1", 1);
%! for name = fieldnames (better).'
%!   r = nnreg_path (X, y, args{:}, "NumLambda", 4, "OutOfFold", false, "Score", name{1});
%!   s = nnreg_gridsearch (X, y, {"Lambda", r.Lambda}, args{:}, "Penalty", "l1", ...
%!                         "Refit", false, "Score", name{1}, "CV", r.Folds);
%!   assert (r.FoldScores, vertcat (s.Results.FoldScores).', 1e-3);
%!   assert (r.Mean(r.IndexMin) * better.(name{1}), max (r.Mean * better.(name{1})));
%!   assert (! isfield (r, "OutOfFoldMin"));
%! end
%! for more = {{"LayerSizes", 2, "Epochs", 5, "WarmEpochs", 2}, {"Repeats", 2, "Nested", 2}}
%!   r = nnreg_path (X, y, args{:}, more{1}{:}, "NumLambda", 3, "Score", "AUC");
%!   o = r.OutOfFoldMin;
%!   if (isfield (o, "FirstScores"))
%!     o.Scores = o.FirstScores;
%!   end
%!   for k = 1:3
%!     in = o.Fold(:,1) == k;
%!     m = nnreg_metrics (o.Y(in), double (o.Scores(in,2)));
%!     assert (r.FoldScores(k,r.IndexMin), m.AUC(2), 1e-12);
%!   end
%! end
%! assert (r.NestedMin.Mean > 0.6 && r.NestedMin.Mean < 1);
%! file = tempname ();
%! guard = onCleanup (@() delete (file));
%! args = [args, {"NumLambda", 3, "OutOfFold", false, "CheckpointFile", file}];
%! nnreg_path (X, y, args{:});
%! fail ('nnreg_path (X, y, args{:}, "Score", "AUC")', "other Score");

%!error <^nnreg_path: MaxFeatures 2 is too small: the last group of inputs has 3$>
%! nnreg_path (eye (9), (1:9).', "Task", "regression", "LayerSizes", 2, "Penalty", "group", ...
%!             "Groups", kron (1:3, [1, 1, 1]), "MaxFeatures", 2, "CV", 0, "Epochs", 1, ...
%!             "Verbose", 0);
%!test # more inputs than rows, one of them a parabola about its middle
%! [X, y] = made_data (300, 300, 3);
%! r = nnreg_path (X, y, "Task", "regression", "Penalty", "group", "LayerSizes", 50, "CV", 0, ...
%!                 "MaxFeatures", 5, "Verbose", 0);
%! assert (r.Selected{1}, 1:5);
%!test # the training of all rows keeps what the folds keep: a product of two inputs
%! [count, file] = deal (400, tempname ());
%! guard = onCleanup (@() delete (file));
%! randn ("twister", 22);
%! X = randn (count, 20);
%! f = @(X) 2 * X(:,1) - X(:,2) + X(:,3) .* X(:,4);
%! y = f (X) + 0.2 * randn (count, 1);
%! Z = randn (2000, 20);
%! path = @(varargin) nnreg_path (X, y, "Task", "regression", "LayerSizes", 8, "Penalty", ...
%!                                "group", "CV", 3, "Verbose", 0, varargin{:});
%! given = {"Seed", 22, "Lambda", 0.1, "Threads", 2};
%! lastwarn ("");
%! r = path (given{:});
%! assert (lastwarn (), "");
%! assert (r.Selected{r.IndexMin}(1:4), 1:4);
%! assert (sqrt (mean ((nnreg_predict (r, Z) - f (Z)) .^ 2)) < 1.2 * r.CVRMSE(r.IndexMin));
%! ## broken off after any point and taken up again, with another number of threads: the same
%! given{end} = 1;
%! for points = 1:4
%!   path (given{:}, "CheckpointFile", file, "OutputFcn", @(r) numel (r.Lambda) >= points);
%! end
%! again = path (given{:}, "CheckpointFile", file);
%! assert ({again.TrainLoss, again.FoldLosses}, {r.TrainLoss, r.FoldLosses});
%! assert (again.ModelMin.Weights, r.ModelMin.Weights);
%! ## the lambda that is chosen does not lose them
%! r = path ("Seed", 22);
%! assert (r.Selected{r.Index1SE}, 1:4);
%! assert (r.CVRMSE(r.Index1SE) < 0.45);
%!test # a fold with more inputs than MaxFeatures, in as many groups, is not followed
%! randn ("twister", 24);
%! X = randn (400, 20);
%! y = 2 * X(:,1) - X(:,2) + X(:,3) .* X(:,4) + 0.2 * randn (400, 1);
%! r = nnreg_path (X, y, "Task", "regression", "LayerSizes", 8, "Penalty", "group", "CV", 3, ...
%!                 "Verbose", 0, "Seed", 24, "Lambda", 0.06, "Groups", [1:3, 3, 4:19], ...
%!                 "MaxFeatures", 3);
%! assert (max (r.LiveInputs), 3);
%!test # where nothing is lost the folds do not change the models
%! randn ("twister", 7);
%! X = randn (200, 8);
%! y = 2 * X(:,1) - X(:,2) + 0.2 * randn (200, 1);
%! path = @(folds) nnreg_path (X, y, "Task", "regression", "LayerSizes", 8, "Penalty", ...
%!                             "group", "CV", folds, "Verbose", 0);
%! [r, alone] = deal (path (4), path (0));
%! assert (r.TrainLoss, alone.TrainLoss);
%! lastwarn ("");
%! path (2);
%! [~, id] = lastwarn ();
%! assert (! strcmp (id, "nnreg:lostInputs"));
%!test # three inputs that matter only together, in every chain of the path, also with few units
%! for units = [32, 16]
%!   randn ("twister", 5);
%!   X = sign (randn (2000, 50));
%!   y = 1 + (prod (X(:,1:3), 2) > 0);
%!   r = nnreg_path (X, y, "LayerSizes", units, "Penalty", "group", "CV", 2, "Verbose", 0);
%!   assert (r.Selected{r.Index1SE}, 1:3);
%! end
