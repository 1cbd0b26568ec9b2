## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Cuts, temperatures and intervals from predictions of rows that were held out.

%!function [X, labels, y] = some_data (n, seed)
%!  randn ("twister", seed);
%!  X = randn (n, 4);
%!  y = X(:,1) - X(:,2) + randn (n, 1);
%!  labels = {"no"; "yes"}(1 + (y > 1));
%!endfunction
%!function r = some_search (varargin)
%!  [X, labels] = some_data (300, 1);
%!  r = nnreg_gridsearch (X, labels, {"Lambda", [1e-3, 1e-2]}, "Penalty", "l2", "LayerSizes", 8, ...
%!                        "Epochs", 20, "BatchSize", 16, "Verbose", 0, varargin{:});
%!endfunction

## For each cut of a grid: what a model says that predicts POSITIVE if SCORES reach it.
%!function [recall, precision, f1, accuracy, balanced, errors] = at_cuts (cuts, scores, positive)
%!  says = scores >= cuts;
%!  tp = sum (says & positive, 1);
%!  recall = tp / sum (positive);
%!  precision = tp ./ sum (says, 1);
%!  f1 = 2 * tp ./ (sum (says, 1) + sum (positive));
%!  accuracy = mean (says == positive, 1);
%!  balanced = (recall + sum (! says & ! positive, 1) / sum (! positive)) / 2;
%!  errors = [sum(says & ! positive, 1); sum(! says & positive, 1)] / numel (scores);
%!endfunction

%!shared r, o, cuts
%! r = some_search ();
%! o = r.OutOfFold;
%! cuts = 0:1e-4:1;
%!test # no cut is better than the chosen one
%! for class = 1:2
%!   scores = double (o.Scores(:,class));
%!   positive = strcmp (o.Y, o.ClassNames{class});
%!   [recall, precision, f1, accuracy, balanced, errors] = at_cuts (cuts, scores, positive);
%!   args = {"PositiveClass", o.ClassNames{class}};
%!   [model, info] = nnreg_threshold (r, "Metric", "F1", args{:});
%!   [of.r, of.p, of.f1, of.a, of.b, of.e] = at_cuts (model.Threshold, scores, positive);
%!   assert ({info.Recall, info.Precision, info.F1}, {of.r, of.p, of.f1}, 1e-12);
%!   assert (of.f1, max (f1), 1e-12);
%!   assert (model.PositiveClass, class);
%!   for name = {"Accuracy", "BalancedAccuracy"}
%!     t = nnreg_threshold (r, "Metric", lower (name{1}), args{:}).Threshold;
%!     [~, ~, ~, a, b] = at_cuts (t, scores, positive);
%!     if (strcmp (name{1}, "Accuracy"))
%!       assert (a, max (accuracy), 1e-12);
%!     else
%!       assert (b, max (balanced), 1e-12);
%!     end
%!   end
%!   for cost = {[1, 5], [3, 1]}
%!     t = nnreg_threshold (r, "Cost", cost{1}, args{:}).Threshold;
%!     [~, ~, ~, ~, ~, e] = at_cuts (t, scores, positive);
%!     assert (cost{1} * e, min (cost{1} * errors), 1e-12);
%!     matrix = [0, cost{1}(1); cost{1}(2), 0];          # of the second class
%!     if (class == 1)
%!       matrix = matrix.';
%!     end
%!     assert (nnreg_threshold (r, "Cost", matrix, args{:}).Threshold, t);
%!     assert (nnreg_threshold (r, "Cost", matrix + [1; 2], args{:}).Threshold, t);
%!   end
%!   for wanted = [0.5, 0.9, 1]
%!     t = nnreg_threshold (r, "Recall", wanted, args{:}).Threshold;
%!     [has, p] = at_cuts (t, scores, positive);
%!     assert (has >= wanted);
%!     assert (p, max (precision(recall >= has)), 0.02);
%!     next = min (scores(scores >= t));
%!     assert (all (recall(cuts > next) < wanted));
%!   end
%!   t = nnreg_threshold (r, "Precision", 0.75, args{:}).Threshold;
%!   [has, p] = at_cuts (t, scores, positive);
%!   assert (p >= 0.75);
%!   assert (has, max (recall(precision >= 0.75)));
%! end
%!test # the labels follow the cut, and so do the metrics; scores stay
%! [X, labels] = some_data (200, 2);
%! for class = 1:2
%!   model = nnreg_threshold (r, "Recall", 0.95, "PositiveClass", o.ClassNames{class});
%!   [yhat, scores] = nnreg_predict (model, X);
%!   [~, plain] = nnreg_predict (r.Model, X);
%!   assert (scores, plain);
%!   want = o.ClassNames(3 - class)(ones (200, 1));
%!   want(scores(:,class) >= model.Threshold) = o.ClassNames(class);
%!   assert (yhat, want);
%!   m = nnreg_evaluate (model, X, labels);
%!   assert (m.Confusion, nnreg_metrics (labels, yhat).Confusion);
%!   assert (m.Accuracy, mean (strcmp (yhat, labels)), 1e-12);
%!   assert (m.AUC, nnreg_evaluate (r.Model, X, labels).AUC);
%!   kept = X;
%!   kept(3,1) = NaN;
%!   yhat = nnreg_predict (model, kept, "MissingRows", "keep");
%!   assert (yhat([1:2, 4:200]), want([1:2, 4:200]));
%!   assert (nnreg_predict (nnreg_compact (model), X), want);
%! end
%!test # the recall that was asked for, on new rows, within the sampling error
%! [X, labels] = some_data (4000, 3);
%! positive = strcmp (labels, "yes");
%! for wanted = [0.7, 0.9]
%!   yhat = nnreg_predict (nnreg_threshold (r, "Recall", wanted), X);
%!   recall = mean (strcmp (yhat(positive), "yes"));
%!   n = sum (strcmp (o.Y, "yes"));
%!   error_of = sqrt (wanted * (1 - wanted) * (1 / n + 1 / nnz (positive)));
%!   assert (abs (recall - wanted) <= 2.5 * error_of);
%! end
%!test # rows of the user's own, with weights: a weight of 2 is the row twice
%! [X, labels] = some_data (80, 4);
%! w = mod ((1:80).', 3);
%! again = repelem ((1:80).', w);
%! [~, a] = nnreg_threshold (r.Model, X, labels, "Metric", "F1", "Weights", w);
%! [~, b] = nnreg_threshold (r.Model, X(again,:), labels(again), "Metric", "F1");
%! assert ({a.Threshold, a.Confusion}, {b.Threshold, b.Confusion});
%! assert (nnreg_calibrate (r.Model, X, labels, "Weights", w).Temperature, ...
%!         nnreg_calibrate (r.Model, X(again,:), labels(again)).Temperature, 1e-9);
%!test # the cut itself
%! model = nnreg_threshold (r.Model, "Threshold", 0.3);
%! assert ({model.Threshold, model.PositiveClass}, {0.3, 2});
%! [same, info] = nnreg_threshold (r, "Threshold", 0.3, "PositiveClass", "yes");
%! assert (same.Threshold, 0.3);
%! [recall, precision] = at_cuts (0.3, double (o.Scores(:,2)), strcmp (o.Y, "yes"));
%! assert ([info.Recall, info.Precision], [recall, precision], 1e-12);
%!test # the temperature of least log loss; labels stay, scores are softmax (z / T)
%! [model, info] = nnreg_calibrate (r);
%! truth = 1 + strcmp (o.Y, "yes");
%! z = log (double (o.Scores));
%! loss = [];
%! for T = model.Temperature * [1, 0.2, 0.9, 0.999, 1.001, 1.1, 5]
%!   p = exp (z / T) ./ sum (exp (z / T), 2);
%!   loss(end + 1) = -mean (log (p(sub2ind (size (p), (1:300).', truth))));
%! end
%! assert (all (loss(1) < loss(2:end)));
%! assert (info.LogLoss, loss(1), 1e-12);
%! assert (info.LogLossBefore, nnreg_metrics (o.Y, o.Scores).LogLoss, 1e-6);
%! [X, labels] = some_data (100, 5);
%! [yhat, scores] = nnreg_predict (model, X);
%! [plain, before] = nnreg_predict (r.Model, X);
%! assert (yhat, plain);
%! z = log (double (before)) / model.Temperature;
%! assert (double (scores), exp (z) ./ sum (exp (z), 2), 1e-6);
%! assert (nnreg_evaluate (model, X, labels).LogLoss, nnreg_metrics (labels, scores).LogLoss, 1e-7);
%! assert (model.Weights, r.Model.Weights);
%!test # a network that is much too sure, of three classes
%! [X, ~, y] = some_data (300, 6);
%! y = 1 + (y > -0.5) + (y > 0.7);
%! s = nnreg_gridsearch (X, y, {}, "LayerSizes", 60, "Epochs", 300, "LearnRate", 1e-2, ...
%!                       "Penalty", "none", "BatchSize", 128, "Verbose", 0);
%! [model, info] = nnreg_calibrate (s);
%! assert (info.Temperature > 3);
%! assert (info.LogLoss < 0.7 * info.LogLossBefore);
%! [Xnew, ~, ynew] = some_data (1000, 7);
%! ynew = 1 + (ynew > -0.5) + (ynew > 0.7);
%! after = nnreg_evaluate (model, Xnew, ynew);
%! before = nnreg_evaluate (s.Model, Xnew, ynew);
%! assert (after.LogLoss < 0.9 * before.LogLoss);
%! assert (after.ECE < 0.6 * before.ECE);
%! assert (after.Confusion, before.Confusion);
%!test # a cut and a temperature together, in either order, decide alike
%! X = some_data (200, 8);
%! cut = nnreg_threshold (r, "Cost", [1, 4]);
%! yhat = nnreg_predict (cut, X);
%! first_cut = nnreg_calibrate (cut, r);
%! last_cut = nnreg_threshold (nnreg_calibrate (r), r, "Cost", [1, 4]);
%! assert (nnreg_predict (first_cut, X), yhat);
%! assert (nnreg_predict (last_cut, X), yhat);
%! assert (nnreg_calibrate (first_cut, r).Threshold, first_cut.Threshold, 1e-9);
%!test # a path: either point; its own out-of-fold scores
%! [X, labels] = some_data (150, 9);
%! p = nnreg_path (X, labels, "LayerSizes", [], "NumLambda", 10, "Verbose", 0);
%! for which = {"Min", "1SE"}
%!   of_point = p.(["OutOfFold" which{1}]);
%!   [model, info] = nnreg_threshold (p, "Metric", "F1", "Select", lower (which{1}));
%!   assert (model.Weights, p.(["Model" which{1}]).Weights);
%!   yhat = {"no"; "yes"}(1 + (of_point.Scores(:,2) >= model.Threshold));
%!   assert (info.Confusion, nnreg_metrics (labels, yhat).Confusion);
%! end
%! # out of fold a model without inputs has the constants of the folds, but one score for all rows
%! p = nnreg_path (X, labels(randperm (150)), "LayerSizes", [], "Lambda", [0.9, 1], "CV", 3, ...
%!                 "Verbose", 0);
%! fail ('nnreg_threshold (p, "Recall", 0.3)', ...
%!       "^nnreg_threshold: the model predicts the same for every x, so no threshold can divide");
%! assert (nnreg_threshold (p, "Threshold", 0.3).Threshold, 0.3);
%!test # with repeats each row counts as one training predicts it, not as the mean of several does
%! [X, labels, y] = some_data (200, 3);
%! args = {"LayerSizes", [], "CV", 3, "Verbose", 0};
%! tasks = {y, {"Task", "regression", "Penalty", "l2", "Lambda", 1e-3}, @nnreg_conformal; ...
%!          labels, {"Penalty", "l2", "Lambda", 1e-3}, @nnreg_calibrate; ...
%!          labels, {"Penalty", "l2", "Lambda", 1e-3}, @(r) nnreg_threshold(r, "Metric", "F1")};
%! for task = tasks.'
%!   for repeats = 1:2
%!     q = nnreg_gridsearch (X, task{1}, {}, task{2}{:}, args{:}, "Repeats", repeats);
%!     model{repeats} = rmfield (task{3} (q), {"History", "Settings"});
%!     scores{repeats} = q.OutOfFold.Scores;
%!   end
%!   assert (! isequal (scores{:}));
%!   assert (model{1}, model{2});
%! end

%!test # rows that are never held out do not count
%! s = some_search ("CV", "forward");
%! never = isnan (s.OutOfFold.Scores(:,1));
%! assert (nnz (never), nnz (s.Folds == 0));
%! [model, info] = nnreg_threshold (s, "Metric", "F1");
%! assert (sum (info.Confusion(:)), nnz (! never));
%! assert (! isempty (strfind (info.Rule, sprintf ("%d rows out of fold", nnz (! never)))));
%!test # saved and loaded; JSON; a training that goes on forgets them
%! model = nnreg_calibrate (nnreg_threshold (r, "Recall", 0.9), r);
%! file = [tempname(), ".mat"];
%! json = [tempname(), ".json"];
%! X = some_data (50, 10);
%! unwind_protect
%!   save ("-binary", file, "model");
%!   there = load (file);
%!   assert (nnreg_predict (there.model, X), nnreg_predict (model, X));
%!   nnreg_export (model, json);
%!   read = jsondecode (fileread (json));
%! unwind_protect_cleanup
%!   cellfun (@unlink, {file, json});
%! end_unwind_protect
%! assert ([read.temperature, read.threshold, read.positive_class], ...
%!         [model.Temperature, model.Threshold, 1]);
%! [Xn, labels] = some_data (60, 11);
%! on = nnreg_fit (Xn, labels, "InitialModel", model, "Epochs", 1, "Verbose", 0);
%! assert (any (isfield (on, {"Threshold", "Temperature"})), false);
%!test # what is printed
%! [X, labels] = some_data (100, 12);
%! model = nnreg_calibrate (nnreg_threshold (r, "Threshold", 0.3), r);
%! for text = {evalc("nnreg_evaluate (model, X, labels)"), evalc("nnreg_summary (model)")}
%!   assert (! isempty (regexp (text{1}, 'class yes from score 0\.\d+ on \(as given\);\s+temp')));
%!   assert (max (cellfun (@numel, strsplit (text{1}, "\n"))) <= 80);
%! end
%! plain = evalc ("nnreg_summary (r.Model)");
%! assert (isempty (strfind (plain, "Decides")));
%! text = evalc ("nnreg_evaluate (r.Model, X, labels)");
%! share = max (mean (strcmp (labels, "no")), mean (strcmp (labels, "yes")));
%! assert (! isempty (strfind (text, sprintf ("the largest class: Accuracy %.4f", share))));
%! m = nnreg_evaluate (r.Model, X, labels);
%! assert (! isempty (regexp (text, sprintf ('\\+- s.e.   %.4f', m.StdError.Accuracy))));
%! assert (m.StdError.Accuracy, sqrt (m.Accuracy * (1 - m.Accuracy) / 99), 1e-12);
%!test # the scores of a search by name are those of nnreg_metrics
%! names = {"AUC", "F1", "BalancedAccuracy", "Brier", "LogLoss"};
%! s = some_search ("Score", names);
%! best = s.Results(s.BestIndex);
%! assert (s.LargerIsBetter, logical ([1, 1, 1, 0, 0]));
%! for f = 1:3
%!   in = s.Folds == f;
%!   m = nnreg_metrics (s.OutOfFold.Y(in), s.OutOfFold.Scores(in,:));
%!   want = [m.AUC(2), m.F1(2), m.BalancedAccuracy, m.Brier, m.LogLoss];
%!   assert (cellfun (@(name) best.Scores.(name)(f), names), want, 1e-6);
%! end
%! [X, ~, y] = some_data (150, 13);
%! y = 1 + (y > -0.5) + (y > 0.7);
%! s = nnreg_gridsearch (X, y, {}, "LayerSizes", [], "Verbose", 0, "Score", {"AUC", "F1"});
%! m = nnreg_metrics (y(s.Folds == 1), s.OutOfFold.Scores(s.Folds == 1,:));
%! assert ([s.Results.Scores.AUC(1), s.Results.Scores.F1(1)], [m.MacroAUC, m.MacroF1], 1e-6);
%!test # intervals cover what was asked for, within two points, of three kinds of data
%! for kind = 1:3
%!   randn ("twister", 20 + kind);
%!   rand ("twister", 20 + kind);
%!   X = randn (9000, 3);
%!   noise = randn (9000, 1);
%!   switch (kind)
%!     case 1
%!       y = X * [1; 2; 3] + noise;
%!     case 2
%!       y = 100 * X(:,1) .* X(:,2) + 20 * sign (noise) .* noise .^ 2;     # long tails
%!     case 3
%!       y = X(:,1) + (0.2 + abs (X(:,2))) .* noise;                       # unequal spread
%!   end
%!   s = nnreg_gridsearch (X(1:4000,:), y(1:4000), {}, "Task", "regression", "CV", 10, ...
%!                         "LayerSizes", {[], 20, []}{kind}, "Epochs", {[], 60, []}{kind}, ...
%!                         "Verbose", 0);
%!   model = nnreg_conformal (s);
%!   new = 4001:9000;
%!   for c = [0.8, 0.9, 0.95]
%!     [yhat, interval] = nnreg_predict (model, X(new,:), "Coverage", c);
%!     assert (mean (y(new) >= interval(:,1) & y(new) <= interval(:,2)), c, 0.02);
%!     assert (mean (interval, 2), yhat, 1e-9 * max (abs (yhat)));
%!     assert (mean (diff (interval, 1, 2)) / 2 <= 2 * quantile (abs (y(new) - yhat), c));
%!   end
%! end
%!test # the k-th smallest residual, and several responses
%! [X, ~, y] = some_data (40, 14);
%! Y = [y, 10 * y + X(:,3)];
%! model = nnreg_fit (X, Y, "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! [Xn, ~, yn] = some_data (19, 15);
%! Yn = [yn, 10 * yn + Xn(:,3)];
%! model = nnreg_conformal (model, Xn, Yn);
%! gaps = sort (abs (Yn - nnreg_predict (model, Xn)));
%! [yhat, interval] = nnreg_predict (model, X(1:2,:), "Coverage", 0.9);
%! assert (size (interval), [2, 2, 2]);
%! assert (squeeze (diff (interval(1,:,:), 1, 2)) / 2, gaps(18,:).', 1e-9);
%! assert (nnreg_predict (nnreg_compact (model), X(1:2,:)), yhat, 1e-9);

%!function refuses (text, fcn, varargin)
%!  try
%!    fcn (varargin{:});
%!    got = "no error";
%!  catch err
%!    got = err.message;
%!  end
%!  assert (! isempty (regexp (got, ["^nnreg_\\w+: " text])), got);
%!endfunction
%!test
%! t = @nnreg_threshold;
%! refuses ('give one of Metric, Cost, Recall, Precision and Threshold, got none', t, r);
%! refuses ('give one of Metric, Cost, .*, got Recall and Precision', t, r, "Recall", 0.9, ...
%!          "Precision", 0.9);
%! refuses ('Recall must be above 0, got 0', t, r, "Recall", 0);
%! refuses ('Recall must be a number from 0 to 1, got 2', t, r, "Recall", 2);
%! refuses ('no cut reaches the Precision 1; the highest is 0.5, with recall 1', t, ...
%!          r.Model, repmat([1, -1, 0, 0], 40, 1), {"no", "yes"}(1 + (mod (1:40, 2) == 0)).', ...
%!          "Precision", 1);
%! refuses ('Cost must be the costs .* mistakes cost more than right answers, got \[0 0\]', ...
%!          t, r, "Cost", [0, 0]);
%! refuses ('Metric must be "F1", "Accuracy" or "BalancedAccuracy", got "auc"', t, r, ...
%!          "Metric", "auc");
%! refuses ('PositiveClass must be no or yes, got "maybe"', t, r, "Recall", 0.9, ...
%!          "PositiveClass", "maybe");
%! refuses ('Threshold must be a number from 0 to 1, got 2', t, r.Model, "Threshold", 2);
%! refuses ('give the result of .*, or a model with X and y of rows that it was not trained on', ...
%!          t, r.Model, "Recall", 0.9);
%! refuses ('unknown option "Recal"; did you mean "Recall"', t, r, "Recal", 0.9);
%! refuses ('Weights has no place beside a result, which has them', t, r, "Recall", 0.9, ...
%!          "Weights", 1);
%! refuses ('the result has no Model, as Refit was false; give a model as the first', t, ...
%!          rmfield (r, "Model"), "Recall", 0.9);
%! refuses ('the result has no OutOfFold; make it with folds and "OutOfFold", true', t, ...
%!          rmfield (r, "OutOfFold"), "Recall", 0.9);
%! X = some_data (40, 1);
%! refuses ('the held-out rows are all of one class, so no cut can be judged', t, r.Model, X, ...
%!          repmat ({"no"}, 40, 1), "Recall", 0.9);
%! refuses ('the held-out rows are all of one class, so no temperature can be judged', ...
%!          @nnreg_calibrate, r.Model, X, repmat ({"no"}, 40, 1));
%! three = nnreg_fit (X, 1 + mod ((1:40).', 3), "Epochs", 1, "Verbose", 0);
%! refuses ('a threshold is for two classes, the model has 3', t, three, X, ones (40, 1), ...
%!          "Recall", 0.9);
%! refuses ('the model and the result do not belong together: other classes', t, three, r, ...
%!          "Recall", 0.9);
%! responses = nnreg_fit (X, X(:,1), "Task", "regression", "Epochs", 1, "Verbose", 0);
%! refuses ('a threshold is for two classes, the model has responses', t, responses, ...
%!          "Threshold", 0.5);
%! refuses ('a temperature is for a classification, the model has responses', ...
%!          @nnreg_calibrate, responses, X, X(:,1));
%! refuses ('the scores of the held-out rows have no mistake, so the temperature would be 0', ...
%!          @nnreg_calibrate, r.Model, X, nnreg_predict (r.Model, X));
%! wrong = {"yes", "no"}(1 + strcmp (nnreg_predict (r.Model, X), "yes")).';
%! refuses ('the scores of the held-out rows say nothing about the classes', ...
%!          @nnreg_calibrate, r.Model, X, wrong);
%! refuses ('unknown option "Foo"; the options are\s+Select, Weights', @nnreg_calibrate, r, "Foo", 1);
%! refuses ('intervals are for a regression, the model has classes', @nnreg_conformal, r);
%! refuses ('intervals need rows of equal weight', @nnreg_conformal, responses, X, X(:,1), ...
%!          "Weights", 1:40);
%! ready = nnreg_conformal (responses, X, X(:,1));
%! refuses ('Coverage must be above 0 and at most 0.9756 with the 40 residuals .*, got 0.99', ...
%!          @nnreg_predict, ready, X, "Coverage", 0.99);
%! refuses ('Coverage needs a model of nnreg_conformal', @nnreg_predict, responses, X, ...
%!          "Coverage", 0.9);
%!test # models that were changed by hand
%! X = some_data (4, 1);
%! for change = {{"Threshold", 0.3}, {"Temperature", 0}, {"Temperature", "a"}, {"Residuals", 1}, ...
%!               {"PositiveClass", 2}}
%!   model = r.Model;
%!   model.(change{1}{1}) = change{1}{2};
%!   refuses (['MODEL does not hold together: (Threshold|Temperature|Residuals) must'], ...
%!            @nnreg_predict, model, X);
%! end

%!test # of a table the response of the training is known
%! k = (1:120).';
%! T = struct ("age", 20 + 30 * sin (k), "city", {{"Rome"; "Bonn"}(1 + mod (k, 2))}, ...
%!             "y", {{"no"; "yes"}(1 + (sin (k) + cos (5 * k) > 0.1))}, "z", sin (k) + cos (3 * k));
%! model = nnreg_fit (rmfield (T, "z"), "y", "Epochs", 5, "Verbose", 0);
%! assert (nnreg_threshold (model, T, "Recall", 0.7), ...
%!         nnreg_threshold (model, T, "y", "Recall", 0.7));
%! w = 1 + mod (k, 3);
%! assert (nnreg_calibrate (model, T), nnreg_calibrate (model, T, T.y));
%! assert (nnreg_calibrate (model, T, "Weights", w), nnreg_calibrate (model, T, "y", "Weights", w));
%! fail ("nnreg_threshold (model, T)", "nnreg_threshold: ");
%! model = nnreg_fit (rmfield (T, "y"), "z", "Task", "regression", "Epochs", 5, "Verbose", 0);
%! assert (nnreg_conformal (model, T), nnreg_conformal (model, T, "z"));
