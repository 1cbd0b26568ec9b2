## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_summary; the short ones and the errors are in its own file.

%!shared model, args
%! k = (1:40).';
%! args = {[sin(k), cos(2 * k), sin(3 * k)], 1 + (sin (k) > 0)};
%! model = nnreg_fit (args{:}, "LayerSizes", [5, 4], "Activations", {"relu", "tanh"}, ...
%!                    "Penalty", "elasticnet", "Alpha", 0.2, "Lambda", 0.01, "Epochs", 3, ...
%!                    "ValidationFraction", 0.25, "Verbose", 0);
%!test
%! model.Weights{1}(:) = [0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0];
%! s = nnreg_summary (model);
%! assert ([s.Layers.Units], [5, 4, 2]);
%! assert ({s.Layers.Activation}, {"relu", "tanh", "softmax"});
%! assert ([s.Layers.NumParameters], [20, 24, 10]);
%! assert ([s.NumParameters, s.NumWeights, s.Zeros], [54, 43, 4]);
%! assert (s.Layers(1).ZeroShare, 4 / 15, eps);
%! assert ([s.Layers.Lambda1], 0.002 * ones (1, 3), eps);
%! assert ([s.Layers.Lambda2], 0.004 * ones (1, 3), eps);
%! assert ({s.Precision, s.Bytes}, {"single", 54 * 4});
%! assert (s.ModelBytes, sizeof (model));
%! [~, best] = min (model.History.ValLoss);
%! assert ([s.Epochs, s.BestEpoch], [3, best]);
%! assert (sort (fieldnames (s.Options)), sort ({"LayerSizes"; "Activations"; "Penalty"; ...
%!         "Alpha"; "Lambda"; "Epochs"; "BatchSize"; "ValidationFraction"}));
%!test
%! # columns of X that are gone still count as inputs
%! model.Weights{1}(:,2) = 0;
%! s = nnreg_summary (nnreg_compact (model));
%! assert ([s.NumInputs, s.Layers(1).Inputs], [3, 2]);
%!test
%! # the table
%! text = evalc ("nnreg_summary (model)");
%! lines = strsplit (text, "\n");
%! assert (lines{1}, "Classification, network 3-5-4-2, 54 parameters");
%! assert (! isempty (regexp (text, '1 hidden +5 +relu +20 ')));
%! assert (! isempty (regexp (text, 'Options +.*Activations relu\+tanh')));
%! assert (max (cellfun (@numel, lines)) <= 80);
%!test
%! # a linear regression, no penalty, group penalty
%! linear = nnreg_fit (args{1}, args{1}(:,1), "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! text = evalc ("nnreg_summary (linear)");
%! assert (strncmp (text, "Regression, linear 3-1, 4 parameters", 36));
%! group = nnreg_fit (args{:}, "Penalty", "group", "Lambda", 0.25, "Epochs", 1, "Verbose", 0);
%! text = evalc ("nnreg_summary (group)");
%! assert (! isempty (strfind (text, "group 0.25")));
%!function T = people (n)
%!  rand ("twister", 4);
%!  T.id = arrayfun (@(k) sprintf ("P%03d", k), (1:n).', "UniformOutput", false);
%!  T.age = round (20 + 50 * rand (n, 1));
%!  T.plan = {"basic"; "gold"}(1 + (rand (n, 1) < 0.5));
%!  T.churn = {"no"; "yes"}(1 + (rand (n, 1) < 0.1 + 0.5 * strcmp (T.plan, "gold")));
%!  T.age(1:10:end) = NaN;
%!  T.plan(1:20:end) = {""};
%!endfunction
%!test # in plain words: rows, gaps, levels, baseline, inputs, and the warnings of the training
%! T = people (100);
%! warning ("on", "nnreg:leftOut", "local");
%! evalc ('fitted = nnreg_fit (T, "churn", "LayerSizes", [], "Verbose", 0);');
%! s = nnreg_summary (fitted).Sentences;
%! assert (s{1}, "It learned from 100 rows.");
%! assert (s{2}, sprintf ("Gaps were filled with medians (age: 10 by %g).", ...
%!                        median (T.age(! isnan (T.age)))));
%! assert (s{3}, "Levels: plan 3 with 5 gaps.");
%! assert (s{4}, sprintf (["Always guessing the largest class, no, would have the accuracy ", ...
%!                         "%.4g."], mean (strcmp (T.churn, "no"))));
%! assert (s{5}, "It uses 2 of 2 inputs; by their weights the strongest: plan, age.");
%! assert (s{6}, ["Warning at training (nnreg:leftOut): columns that cannot be inputs are left ", ...
%!                "out: id (100 different texts in 100 rows)."]);
%! assert (numel (s), 6);
%! text = evalc ("nnreg_summary (fitted)");
%! words = strjoin (strsplit (text), " ");
%! assert (! isempty (strfind (words, strjoin (s([6, 1:5]).', " "))));
%! lines = strsplit (text, "\n");
%! assert (max (cellfun (@numel, lines)) <= 80);
%! assert (numel (lines) <= 25);
%! assert (evalc ("fitted")(10:end), evalc ("s = nnreg_summary (fitted)")(5:end));
%!test # of many and long warnings a table shows two, in two lines each
%! long = struct ("Identifier", "nnreg:x", "Text", {["1", repmat(" word", 1, 60)], "second", ...
%!                                                  "third", "fourth"});
%! model.Training.Warnings = long;
%! s = nnreg_summary (model);
%! assert (s.Sentences(end - 3:end), arrayfun (@(w) ["Warning at training (nnreg:x): ", w.Text, ...
%!                                                   "."], long(:), "UniformOutput", false));
%! text = evalc ("s");
%! assert (isempty (strfind (text, "third")));
%! assert (! isempty (strfind (text, "second.\n  (2 more in Sentences of nnreg_summary)\n")));
%! assert (numel (strsplit (text, "\n")) <= 26);
%!test # a model saved before this was kept, and one from JSON, which carries it
%! s = nnreg_summary (model).Sentences;
%! assert (s{1}, "It learned from 30 rows.");   # without those of the validation
%! assert (nnreg_summary (rmfield (model, "Training")).Sentences, s(3));
%! file = [tempname(), ".json"];
%! guard = onCleanup (@() delete (file));
%! nnreg_export (model, file);
%! assert (nnreg_summary (nnreg_import (file)).Sentences, s);
%! compact = nnreg_compact (model);
%! assert (compact.Training, model.Training);
%!test # weights count
%! X = args{1};
%! w = 1 + (1:40).' / 10;
%! m = nnreg_fit (X, X(:,1:2), "Task", "regression", "LayerSizes", [], "Weights", w, "Verbose", 0);
%! assert (m.Training.Deviation, std (X(:,1:2), w / sum (w), 1), 1e-12);
%!test # an inner training has its own warnings, and a clean one none
%! X = [(1:20).', cos((1:20).')];
%! args = {"LayerSizes", [], "Verbose", 0};
%! clean = nnreg_fit (X, X(:,2) > 0.1, args{:}, "Penalty", "l2", "Lambda", 0.1);
%! assert (isempty (clean.Training.Warnings));
%! warning ("on", "nnreg:idleOption", "local");
%! evalc (['inner = []; outer = nnreg_fit (X, X(:,2), "Task", "regression", "Epochs", 2, ', ...
%!         '"LayerSizes", 2, "Verbose", 0, "OutputFcn", @(h) isempty (nnreg_fit (X, X(:,2) > 0, ', ...
%!         'args{:}, "Penalty", "l2", "Lambda", 0.1, "Alpha", 0.5)));']);
%! ids = {outer.Training.Warnings.Identifier};
%! assert (any (strcmp (ids, "nnreg:idleOption")), false);
%!test # a training that fails inside another one leaves that one's warnings
%! outer = struct ("Identifier", "nnreg:scale", "Text", "of the outer one");
%! before = nnr.words.raised (outer);
%! guard = onCleanup (@() nnr.words.raised (before));
%! fail ("nnreg_fit ([1; 2], [1; 2], 'Penalty', 'l1')", "Lambda is missing");
%! fail ("nnreg_path ([1; 2], [1; 2], 'Penalty', 'none')");
%! fail ("nnreg_gridsearch ([1; 2], [1; 2], {'Lambda', -1}, 'Penalty', 'l1')");
%! assert (nnr.words.raised (), outer);
%!test # a search and a path: the score of the folds, its error, the nested estimate
%! X = [(1:60).', cos((1:60).'), sin((1:60).')];
%! y = X(:,2) + 0.3 * sin (50 * X(:,1));
%! args = {"Task", "regression", "LayerSizes", [], "CV", 4, "Verbose", 0};
%! r = nnreg_gridsearch (X, y, {"Lambda", [1e-3, 1e-1]}, "Penalty", "l1", args{:});
%! best = r.Results(r.BestIndex);
%! s = nnreg_summary (r).Sentences;
%! assert (s{2}, sprintf ("Always predicting the mean would have the RMSE %.4g.", std (y, 1)));
%! assert (s{3}, sprintf (["In 4-fold cross-validation its RMSE is %.5g with the standard error ", ...
%!         "%.2g, which is optimistic as the best of 2 candidates."], mean (best.FoldScores), ...
%!         std (best.FoldScores) / 2));
%! assert (rows (nnreg_summary (r.Model).Sentences), rows (s) - 1);
%! p = nnreg_path (X, y, args{:}, "NumLambda", 5, "Nested", 2);
%! s = nnreg_summary (p).Sentences;
%! assert (s{3}, sprintf (["In 4-fold cross-validation its Loss is %.5g with the standard error ", ...
%!         "%.2g; the nested estimate is %.5g (%.2g)."], p.Mean(p.IndexMin), p.SE(p.IndexMin), ...
%!         p.NestedMin.Mean, p.NestedMin.StdError));
%! r = nnreg_gridsearch (X, y, {"Lambda", [1e-3, 1e-1]}, "Penalty", "l1", args{:}, "Repeats", 3);
%! best = r.Results(r.BestIndex);
%! assert (nnreg_summary (r).Sentences{3}, sprintf (["In 4-fold cross-validation, repeated 3 ", ...
%!         "times, its RMSE is %.5g with the standard error %.2g, which is optimistic as the ", ...
%!         "best of 2 candidates."], mean (best.FoldScores), std (best.FoldScores) / 2));
%! p = nnreg_path (X, y, args{:}, "NumLambda", 3, "CV", 0.25);
%! assert (nnreg_summary (p).Sentences{3}, sprintf (["On 15 rows held out its Loss is %.5g, ", ...
%!         "which is optimistic as the best of 3 points."], p.Mean(p.IndexMin)));
%!test # all models of a path, and that of a search, keep its warnings
%! X = [(1:40).', cos((1:40).')];
%! X(:,1) = 1e6 * X(:,1);
%! args = {"Task", "regression", "LayerSizes", [], "CV", 3, "Verbose", 0, "Standardize", false};
%! warning ("on", "nnreg:idleOption", "local");
%! args = [args, {"Penalty", "l1", "Alpha", 0.5}];
%! evalc ('p = nnreg_path (X, X(:,2), args{:}, "Lambda", [1, 0.1]);');
%! models = {p.ModelMin, p.Model1SE, p.Models{:}};
%! assert (all (cellfun (@(m) isequal (m.Training, p.ModelMin.Training), models)));
%! assert (any (strcmp ({p.ModelMin.Training.Warnings.Identifier}, "nnreg:idleOption")));
%! evalc ('r = nnreg_gridsearch (X, X(:,2), {"Lambda", [1, 0.1]}, args{:});');
%! assert (any (strcmp ({r.Model.Training.Warnings.Identifier}, "nnreg:idleOption")));

%!test # a robust model is compared with the median, in the error that it is chosen by
%! x = (1:60).' / 60;
%! y = 3 * x + 0.1 * sin (1:60).';
%! y(7) = 1e6;
%! m = nnreg_fit (x, y, "Task", "regression", "Loss", "mae", "LayerSizes", [], "Epochs", 3, ...
%!                "Verbose", 0);
%! s = nnreg_summary (m).Sentences;
%! assert (s{2}, sprintf ("Always predicting the median would have the MAE %.4g.", ...
%!                        mean (abs (y - median (y)))));

## A file may have lost the history.
%!test
%! model = nnreg_fit (magic (4), [0; 1; 0; 1], "Epochs", 1, "Verbose", 0, "Threads", 1);
%! without = nnreg_summary (rmfield (model, "History"));
%! assert (without.Epochs, 0);
%! model.History = 3;
%! assert (nnreg_summary (model).Trained, without.Trained);
