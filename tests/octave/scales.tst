## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Weights, scales and starting points: what a training makes of data as people have them. Needs
## this folder on the path, or the repository's root as current folder.

%!function [X, y, R] = some_data (n)
%!  X = [3 * oracle_data(n, 4, 11), 50 + 20 * oracle_data(n, 2, 12)];
%!  R = [X * [1; -2; 0; 0; 0.1; 0], X * [0; 1; 1; 0; 0; -0.2]] + oracle_data (n, 2, 13);
%!  noisy = R + 9 * oracle_data (n, 2, 14);     # so that no plane separates the classes
%!  y = 1 + (noisy(:,1) > median (noisy(:,1))) + (noisy(:,2) > median (noisy(:,2)) + 1);
%!endfunction

## The fits that the tests compare: of a linear model and of a network, exact or after some epochs.
%!function list = kinds ()
%!  linear = {"LayerSizes", [], "Tolerance", 1e-11, "Verbose", 0};
%!  deep = {"LayerSizes", 4, "Activations", "tanh", "Epochs", 20, "LearnRate", 0.01, ...
%!          "BatchSize", 1000, "Penalty", "none", "Precision", "double", "Verbose", 0};
%!  list = {[linear, {"Penalty", "l1", "Lambda", 0.02}], ...
%!          [linear, {"Penalty", "elasticnet", "Lambda", 0.02}], [linear, {"Penalty", "none"}], ...
%!          [linear, {"Penalty", "group", "Lambda", 0.02}], [deep, {"Standardize", true}], deep};
%!endfunction

%!function err = apart (a, b)
%!  err = 0;
%!  for l = 1:numel (a.Weights)
%!    gone = [a.Weights{l}(:) - b.Weights{l}(:); a.Biases{l} - b.Biases{l}];
%!    err = max ([err; abs(double (gone))]);
%!  end
%!endfunction

%!shared quiet
%! quiet = {"Verbose", 0};

## ---- Weights

%!test # a weight of 2 is the row twice, one of 0 no row: weights, scales, penalty, metrics
%! [X, y, R] = some_data (60);
%! w = mod ((1:60).', 4);               # 0, 1, 2, 3
%! rows_of = repelems (1:60, [1:60; w.']);
%! for kind = kinds ()
%!   for form = {@(x) x, @sparse}
%!     a = nnreg_fit (form{1} (X), y, kind{1}{:}, "Weights", w);
%!     b = nnreg_fit (form{1} (X(rows_of,:)), y(rows_of), kind{1}{:});
%!     assert (apart (a, b), 0, 1e-6);
%!     assert (a.InputScale, b.InputScale, 1e-12);
%!     for r = {R(:,1), R}
%!       args = [kind{1}, {"Task", "regression"}];
%!       a = nnreg_fit (form{1} (X), r{1}, args{:}, "Weights", w);
%!       b = nnreg_fit (form{1} (X(rows_of,:)), r{1}(rows_of,:), args{:});
%!       assert (apart (a, b), 0, 1e-6);
%!       assert (a.ResponseMean, b.ResponseMean, 1e-12);
%!       assert (a.ResponseScale, b.ResponseScale, 1e-12);
%!       assert (a.History.DataLoss(end), b.History.DataLoss(end), 1e-9);
%!     end
%!   end
%! end

%!test # rows of weight 0 may hold anything, in X, y and the validation data
%! [X, y, R] = some_data (60);
%! w = ones (60, 1);
%! w(1:20) = 0;
%! [Xb, Rb, yb] = deal (X, R, num2cell (y));
%! Xb(1:10,:) = NaN;
%! Xb(11:20,:) = -9999;
%! Rb(1:20,:) = -9999;
%! Rb(3) = Inf;
%! yb = cellstr (num2str (y));
%! yb{5} = "";
%! labels = cellstr (num2str (y));
%! V = {Xb, Rb(:,1), w};
%! for kind = kinds ()
%!   a = nnreg_fit (Xb, Rb(:,1), kind{1}{:}, "Task", "regression", "Weights", w, ...
%!                  "ValidationData", V);
%!   b = nnreg_fit (X(21:60,:), R(21:60,1), kind{1}{:}, "Task", "regression", ...
%!                  "ValidationData", {X(21:60,:), R(21:60,1)});
%!   assert (apart (a, b), 0);
%!   assert (a.History.ValLoss, b.History.ValLoss, 1e-14);
%!   a = nnreg_fit (Xb, yb, kind{1}{:}, "Weights", w);
%!   b = nnreg_fit (X(21:60,:), labels(21:60), kind{1}{:});
%!   assert ({a.ClassNames, apart(a, b)}, {b.ClassNames, 0});
%! end

%!test # searches, paths and the cost too
%! [X, y, R] = some_data (60);
%! w = mod ((1:60).', 3);
%! folds = 1 + mod (ceil ((1:60).' / 3), 3);
%! rows_of = repelems (1:60, [1:60; w.']);
%! args = {"LayerSizes", [], "Task", "regression", "Verbose", 0};
%! grid = {"Lambda", [0.3, 0.01], "Penalty", {"l1", "l2"}};
%! a = nnreg_gridsearch (X, R(:,1), grid, args{:}, "CV", folds, "Weights", w, "Score", "MeanR2");
%! b = nnreg_gridsearch (X(rows_of,:), R(rows_of,1), grid, args{:}, "CV", folds(rows_of), ...
%!                       "Score", "MeanR2");
%! assert (vertcat (a.Results.FoldScores), vertcat (b.Results.FoldScores), 1e-7);
%! for penalty = {"l1", "group", "l2"}
%!   a = nnreg_path (X, R, args{:}, "CV", folds, "Weights", w, "Penalty", penalty{1}, ...
%!                   "NumLambda", 8);
%!   b = nnreg_path (X(rows_of,:), R(rows_of,:), args{:}, "CV", folds(rows_of), "Penalty", ...
%!                   penalty{1}, "NumLambda", 8);
%!   assert (a.Lambda, b.Lambda, 1e-12);
%!   assert (a.FoldScores, b.FoldScores, 1e-6);
%!   assert ([a.Mean; a.SE], [b.Mean; b.SE], 1e-6);
%!   assert (a.Selected, b.Selected);
%! end
%! theta = oracle_data (7, 1, 3);
%! args = {"LayerSizes", [], "Task", "regression", "StandardizeY", true};
%! [J, g] = nnreg_cost (theta, X, R(:,1), args{:}, "Weights", w);
%! [J2, g2] = nnreg_cost (theta, X(rows_of,:), R(rows_of,1), args{:});
%! assert ([J; g], [J2; g2], -1e-11);

%!test # "balanced" counts a row of weight 2 twice
%! [X, y] = some_data (60);
%! w = 1 + (y == 2);
%! rows_of = repelems (1:60, [1:60; w.']);
%! args = {"LayerSizes", [], "Penalty", "l2", "Lambda", 0.01, "ClassWeights", "balanced", ...
%!         "Tolerance", 1e-11, "Verbose", 0};
%! a = nnreg_fit (X, y, args{:}, "Weights", w);
%! assert (apart (a, nnreg_fit (X(rows_of,:), y(rows_of), args{:})), 0, 1e-7);

%!error <in fold 2 of CV all samples weigh 0>
%! nnreg_gridsearch ((1:6).', (1:6).', {"Lambda", 1}, "Task", "regression", "Penalty", "l2", ...
%!                   "LayerSizes", [], "Weights", [1; 1; 0; 1; 0; 1], "CV", [1; 1; 2; 3; 2; 3], ...
%!                   "Verbose", 0)

## ---- Scales

%!test # all scales of a search come from the rows outside of the fold
%! [X, y, R] = some_data (60);
%! folds = 1 + mod ((1:60).', 3);
%! X(folds == 2,1) *= 5;
%! for kind = kinds ()
%!   args = [kind{1}, {"Task", "regression"}];
%!   r = nnreg_gridsearch (X, R(:,1), {"Seed", [0, 1]}, args{:}, "CV", folds, "Refit", false);
%!   for fold = 1:3
%!     in = folds == fold;
%!     m = nnreg_fit (X(! in,:), R(! in,1), args{:});
%!     assert (r.Results(1).FoldScores(fold), nnreg_evaluate (m, X(in,:), R(in,1)).RMSE, 1e-9);
%!   end
%! end

%!test # those of ValidationFraction from the rows that train
%! [X, y, R] = some_data (60);
%! args = {"Task", "regression", "LayerSizes", 3, "Standardize", true, "Epochs", 2, ...
%!         "ValidationFraction", 0.4, "Precision", "double", "Verbose", 0};
%! m = nnreg_fit (X, R(:,1), args{:});
%! s = nnr.options.settings (args);
%! train = nnr.train.split_rows (nnr.targets.make (R(:,1), 60, s), 60, s);
%! assert (numel (train), 36);
%! assert (m.InputMean, mean (X(train,:)).', 1e-12);
%! assert (m.InputScale, std (X(train,:), 1).', 1e-12);
%! assert ([m.ResponseMean, m.ResponseScale], [mean(R(train,1)), std(R(train,1), 1)], 1e-12);

%!test # one rule: a fit, a search and a path give the same model
%! [X, y, R] = some_data (60);
%! for kind = {{"LayerSizes", [], "Penalty", "l1"}, ...
%!             {"LayerSizes", [], "Penalty", "elasticnet", "Alpha", 0.3}}
%!   args = [kind{1}, {"Task", "regression", "Verbose", 0}];
%!   r = nnreg_path (X, R, args{:}, "CV", 4);
%!   m = nnreg_fit (X, R, args{:}, "Lambda", r.LambdaMin);
%!   assert (m.Weights{1}, r.ModelMin.Weights{1}, 1e-6);
%!   g = nnreg_gridsearch (X, R, {"Lambda", r.LambdaMin}, args{:}, "CV", 4);
%!   assert (g.Model.Weights{1}, m.Weights{1}, 1e-6);
%!   assert ({m.Settings.Standardize, g.Model.Settings.Standardize}, {true, true});
%! end

%!test # raw bytes, as numbers or as bytes, train as those divided by their range
%! [X, y] = nnreg_digits ();
%! X = 15 * X;                          # 0 to 240
%! args = {"LayerSizes", 16, "Epochs", 3, "Verbose", 0};
%! want = nnreg_fit (X / 240, y, args{:});
%! assert ({want.Settings.Standardize, want.InputScale}, {false, []});
%! for form = {X, uint8(X), single(X), sparse(X)}
%!   m = nnreg_fit (form{1}, y, args{:});
%!   assert (m.Settings.Standardize, "range");
%!   assert (m.InputScale, repmat (240, 64, 1));
%!   assert (apart (m, want), 0, 1e-4);
%!   [~, p] = nnreg_predict (m, form{1}(1:9,:));
%!   [~, q] = nnreg_predict (want, X(1:9,:) / 240);
%!   assert (p, q, 1e-4);
%! end
%! r = nnreg_gridsearch (X, y, {"Seed", 0}, args{:});
%! assert (apart (r.Model, want), 0, 1e-4);

%!test # a constant column decides no range; where it is larger than the others all are standardised
%! [X, y] = nnreg_digits ();
%! args = {"LayerSizes", 16, "Epochs", 15, "Verbose", 0};
%! want = nnreg_evaluate (nnreg_fit (X, y, args{:}), X, y).Accuracy;
%! A = [X, repmat(2020, rows (X), 1)];
%! m = nnreg_fit (A, y, args{:});
%! assert (m.Settings.Standardize, true);
%! assert (nnreg_evaluate (m, A, y).Accuracy > want - 0.05);
%! assert (nnreg_fit (A, y, args{:}, "Standardize", "range").InputScale(1), 16);
%! m = nnreg_fit (zeros (20, 2), sin (1:20), "Task", "regression", "LayerSizes", 4, ...
%!                "Standardize", "range", "Epochs", 5, "Verbose", 0);
%! assert (m.InputScale, [1; 1]);

%!test # predictions of a sparse X are those of the same X in full, also far from 0
%! k = (1:200).';
%! X = [1.7e9 + 10 * sin(k), cos(2 * k)];
%! y = sin (k) + cos (2 * k);
%! m = nnreg_fit (X, y, "Task", "regression", "Standardize", true, "Epochs", 300, "Verbose", 0);
%! assert (nnreg_evaluate (m, X, y).R2 > 0.99);
%! assert (nnreg_predict (m, sparse (X)), nnreg_predict (m, X), 1e-5);
%! [a, b] = deal (nnreg_importance (m, sparse (X), y), nnreg_importance (m, X, y));
%! assert (a.Importance, b.Importance, 1e-3);

%!test # what was done is said
%! [X, y] = nnreg_digits ();
%! args = {"Epochs", 1, "Verbose", 0};
%! text = evalc ("nnreg_summary (nnreg_fit (X(1:300,:), y(1:300), args{:}))");
%! assert (! isempty (strfind (text, "64 columns, divided by 16")));
%! text = evalc ("nnreg_summary (nnreg_fit (X(1:300,:) / 16, y(1:300), args{:}))");
%! assert (! isempty (strfind (text, "64 columns, as they are")));
%! text = evalc ("nnreg_summary (nnreg_fit (X(1:300,:) + 99, y(1:300), args{:}))");
%! assert (! isempty (strfind (text, "64 columns, standardised")));

%!test # prices by area: four rows far from 0 learn
%! X = [1500; 2000; 2500; 3000];
%! y = [200; 250; 300; 350] * 1e3;
%! m = nnreg_fit (X, y, "Task", "regression", "Penalty", "none", "Epochs", 800, "Verbose", 0);
%! assert (nnreg_predict (m, X), y, 2e3);

## ---- Where linear models start and end

%!test # the same answer for every seed; of least norm if the data leave it open
%! [X, y, R] = some_data (12);
%! X = [X, oracle_data(12, 20, 3)];
%! args = {"LayerSizes", [], "Task", "regression", "StandardizeY", false, "Tolerance", 1e-11, ...
%!         "Verbose", 0};
%! Z = (X - mean (X)) ./ std (X, 1);
%! want = (pinv (Z) * (R - mean (R))).';
%! for form = {X, sparse(X)}
%!   m = nnreg_fit (form{1}, R, args{:});
%!   assert (m.Weights{1}, want, 1e-6);
%!   assert (nnreg_fit (form{1}, R, args{:}, "Seed", 7).Weights, m.Weights);
%! end
%! Z = X(:,7:26);
%! m = nnreg_fit (Z, R, args{:}, "Standardize", false);
%! assert (m.Weights{1}, (pinv (Z - mean (Z)) * (R - mean (R))).', 1e-6);

%!test # equal columns share, constant ones stay 0
%! [X, y, R] = some_data (60);
%! A = [X, X(:,1), repmat(7, 60, 1), X(:,1), zeros(60, 1)];
%! for penalty = {{"Penalty", "none"}, {"Penalty", "l1", "Lambda", 0.05}, ...
%!                {"Penalty", "l2", "Lambda", 0.05}, {"Penalty", "group", "Lambda", 0.05}}
%!   for scaled = {true, false}
%!     for task = {{y}, {R(:,1), "Task", "regression"}}
%!       m = nnreg_fit (A, task{1}{:}, penalty{1}{:}, "LayerSizes", [], "Standardize", scaled{1}, ...
%!                      "Verbose", 0);
%!       W = m.Weights{1};
%!       assert (W(:,[7, 9]), W(:,[1, 1]), 1e-6);
%!       assert (W(:,[8, 10]), zeros (rows (W), 2));
%!       assert (any (W(:,1)));
%!     end
%!   end
%! end

%!test # a constant column of a network does not act on new data
%! [X, y] = some_data (60);
%! A = [X, repmat(7, 60, 1)];
%! m = nnreg_fit (A, y, "LayerSizes", 5, "Standardize", true, "Epochs", 20, "Verbose", 0);
%! [~, p] = nnreg_predict (m, A);
%! A(:,7) = 1e3 * sin (1:60);
%! [~, q] = nnreg_predict (m, A);
%! assert (p, q);

%!test # the weights and biases of all classes sum to 0, as in glmnet
%! [X, y] = some_data (60);
%! for args = {{}, {"Penalty", "l2", "Lambda", 0.01}, {"Penalty", "group", "Lambda", 0.01}}
%!   m = nnreg_fit (X, y, "LayerSizes", [], "Precision", "double", "Verbose", 0, args{1}{:});
%!   assert (sum (m.Weights{1}), zeros (1, 6), 1e-9);
%!   assert (sum (m.Biases{1}), 0, 1e-9);
%! end

%!test # far columns, huge and tiny ones
%! k = (1:200).';
%! X = [sin(k), cos(2 * k)];
%! y = 1 + (sin (k) > 0.2);
%! args = {"LayerSizes", [], "Penalty", "l1", "Lambda", 1e-2, "Verbose", 0};
%! for scaled = {true, false}
%!   near = nnreg_fit (X, y, args{:}, "Standardize", scaled{1});
%!   for offset = [1e4, 1e8, -1e10]
%!     far = nnreg_fit (X + offset, y, args{:}, "Standardize", scaled{1});
%!     assert (far.Weights{1}, near.Weights{1}, 1e-13 * abs (offset));
%!     assert (nnreg_evaluate (far, X + offset, y).Accuracy, nnreg_evaluate (near, X, y).Accuracy);
%!   end
%!   assert (near.History.Loss(end) < 0.149);
%! end
%! near = nnreg_fit (X, y, args{:});
%! for scale = [1e20, 1e-20]
%!   other = nnreg_fit (scale * X, y, args{:});
%!   assert (other.Weights{1}, near.Weights{1}, 1e-9);
%! end
%! seconds = 1.7e9 + 1e7 * X(:,1);      # Unix time beside ordinary columns
%! t = [seconds, X(:,2), k > 50];
%! r = X(:,1) + X(:,2) - (k > 50);
%! for scaled = {true, false}
%!   m = nnreg_fit (t, r, "Task", "regression", "LayerSizes", [], "Verbose", 0, ...
%!                  "Standardize", scaled{1});
%!   assert (nnreg_predict (m, t), r, 1e-5);
%! end

%!warning <nnreg_fit: rounding errors, not the Tolerance, ended the training>
%! k = (1:200).';
%! X = [sparse([sin(k), cos(2 * k)] + 1e8), sparse(200, 9)];
%! nnreg_fit (X, 1 + (sin (k) > 0.2), "LayerSizes", [], "Penalty", "l1", "Lambda", 1e-2, ...
%!            "Standardize", false, "Solver", "fista", "Verbose", 0);

## ---- InitialModel

%!test # a training goes on in the units, with the names and classes of its model
%! [X, y, R] = some_data (90);
%! X(:,1) += 1e4;
%! names = {"a", "b", "c", "d", "e", "f"};
%! chunk = X(:,1) > median (X(:,1));    # of another mean
%! for kind = kinds ()
%!   args = [kind{1}, {"Task", "regression", "FeatureNames", names}];
%!   m = nnreg_fit (X, R, args{:});
%!   more = nnreg_fit (X(chunk,:), R(chunk,:), kind{1}{:}, "InitialModel", m);
%!   for field = {"InputMean", "InputScale", "ResponseMean", "ResponseScale", "FeatureNames"}
%!     assert (more.(field{1}), m.(field{1}));
%!   end
%!   assert (more.Settings.Standardize, m.Settings.Standardize);
%! end

%!test # one more epoch with a tiny rate changes next to nothing, whatever the model
%! [X, y, R] = some_data (90);
%! X(:,1) += 1e3;
%! tiny = {"Epochs", 1, "LearnRate", 1e-9, "Solver", "adam", "Verbose", 0};
%! for form = {@(x) x, @sparse}
%!   A = form{1} (X);
%!   m = nnreg_fit (A, R, "Task", "regression", "LayerSizes", 6, "Epochs", 50, "Verbose", 0, ...
%!                  "Standardize", true, "Penalty", "group", "Lambda", 1e-3);
%!   few = A(1:20,:);
%!   for start = {m, nnreg_compact(m)}
%!     more = nnreg_fit (few, R(1:20,:), tiny{:}, "InitialModel", start{1});
%!     assert (nnreg_predict (more, A), nnreg_predict (m, A), 1e-4);
%!     r = nnreg_gridsearch (A, R, {"Seed", 0}, tiny{:}, "InitialModel", start{1}, "CV", 3);
%!     assert (nnreg_predict (r.Model, A), nnreg_predict (m, A), 1e-4);
%!   end
%! end
%! r = nnreg_path (X, R, "Task", "regression", "LayerSizes", 4, "Penalty", "group", "Verbose", 0, ...
%!                 "CV", 3, "Epochs", 30);
%! m = r.Model1SE;
%! more = nnreg_fit (X, R, tiny{:}, "KeepZeros", true, "InitialModel", m);
%! assert (nnreg_predict (more, X), nnreg_predict (m, X), 1e-4);

%!test # training by chunks: each shows some classes alone
%! [X, y] = some_data (120);
%! labels = {"low"; "mid"; "top"}(y);
%! [~, order] = sort (y);
%! m = nnreg_fit (X, labels, "LayerSizes", 8, "Standardize", true, "Epochs", 1, "Verbose", 0);
%! for pass = 1:60
%!   for chunk = {order(1:70), order(50:120), (1:2:120).'}
%!     m = nnreg_fit (X(chunk{1},:), labels(chunk{1}), "InitialModel", m, "Epochs", 2, ...
%!                    "LearnRate", 2e-3, "Verbose", 0);
%!   end
%! end
%! assert (m.ClassNames, {"low"; "mid"; "top"});
%! whole = nnreg_fit (X, labels, "LayerSizes", 8, "Standardize", true, "Epochs", 400, "Verbose", 0);
%! best = nnreg_evaluate (whole, X, labels).Accuracy;
%! assert (nnreg_evaluate (m, X, labels).Accuracy > best - 0.15);
%! assert (best > 0.6);

%!function goes_on_with (varargin)
%!  [X, y, R] = some_data (30);
%!  m = nnreg_fit (X, R(:,1), "Task", "regression", "LayerSizes", 2, "Standardize", true, ...
%!                 "Epochs", 1, "Verbose", 0);
%!  nnreg_fit (varargin{:}, "InitialModel", m, "Verbose", 0, "Epochs", 1);
%!endfunction
%!error <InitialModel was trained with "Standardize", true, which goes on: leave Standardize out>
%! goes_on_with (ones (3, 6), [1; 2; 3], "Standardize", false)
%!error <InitialModel was trained with "StandardizeY", true, which goes on: leave StandardizeY out>
%! goes_on_with (ones (3, 6), [1; 2; 3], "StandardizeY", false)
%!error <InitialModel reads 6 columns, X has 5> goes_on_with (ones (3, 5), [1; 2; 3])
%!error <InitialModel has 1 response, y has 2> goes_on_with (ones (3, 6), ones (3, 2))
