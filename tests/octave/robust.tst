## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The losses "huber" and "mae": against R's rlm, statsmodels and scikit-learn
## (robust_fixture.json, written by tests/tools/make_robust_fixture.py), against the conditions of
## optimality, and what a few wild responses do.

%!shared data, huber
%! file = file_in_loadpath ("robust_fixture.json");
%! data = jsondecode (fileread (file));
%! huber = {"Task", "regression", "LayerSizes", [], "Loss", "huber", "Verbose", 0};

%!function c = coefficients (model)
%!  # the intercept first, in the units of the data
%!  [slopes, intercept] = nnr.model.slopes (model);
%!  c = [intercept; slopes];
%!endfunction

%!function g = huber_gradient (X, y, w, c, delta)
%!  # of sum (w .* loss) / sum (w) by the coefficients c
%!  A = [ones(rows (X), 1), X];
%!  psi = max (-delta, min (delta, A * c - y));
%!  g = 2 * A.' * (w .* psi) / sum (w);
%!endfunction

## ------------------------------------------------------------------ Linear models --

%!test # the threshold and the model of R's rlm and of statsmodels
%! model = nnreg_fit (data.X, data.y, huber{:});
%! assert (model.HuberDelta, 1.345 * data.rlm.scale, 2e-5 * data.rlm.scale);
%! assert (coefficients (model), data.rlm.coefficients, 1e-4);
%! assert (coefficients (model), data.statsmodels.coefficients, 1e-4);
%! assert (model.Settings.Solver, "fista");
%! g = huber_gradient (data.X, data.y, ones (60, 1), coefficients (model), model.HuberDelta);
%! assert (g ./ [1, std(data.X)].', zeros (5, 1), 1e-6);
%! least_squares = nnreg_fit (data.X, data.y, huber{:}, "Loss", "mse", "Verbose", 0);
%! assert (norm (coefficients (least_squares) - data.rlm.coefficients) > 50);

%!test # scikit-learn's HuberRegressor, as the help of nnreg_fit translates it
%! # (its L-BFGS ends a little above the minimum)
%! k = data.sklearn;
%! model = nnreg_fit (data.X, data.y, huber{:}, "HuberDelta", k.epsilon * k.scale, ...
%!                    "Penalty", "l2", "Lambda", k.alpha * k.scale / 60, ...
%!                    "StandardizeY", false, "Standardize", false, "Tolerance", 1e-12);
%! assert (coefficients (model), k.coefficients, 5e-3);
%! J = @(c) mean (nnr.targets.error_losses ((data.y - [ones(60, 1), data.X] * c).', ...
%!                                          k.epsilon * k.scale)) ...
%!          + k.alpha * k.scale / 60 * sumsq (c(2:end));
%! gap = J (k.coefficients) - J (coefficients (model));
%! assert (gap >= 0 && gap < 1e-6 * J (k.coefficients));

%!test # weights count as rows, also in the threshold; 0 is a row that is not there
%! w = [2; 1; 0; 1](mod (0:59, 4) + 1);
%! a = nnreg_fit (data.X, data.y, huber{:}, "Weights", w);
%! rows = repelem ((1:60).', w);
%! b = nnreg_fit (data.X(rows,:), data.y(rows), huber{:});
%! assert (a.HuberDelta, b.HuberDelta, 1e-4 * a.HuberDelta);
%! assert (coefficients (a), coefficients (b), 1e-4);
%! assert (a.ResponseScale, b.ResponseScale);
%! g = huber_gradient (data.X, data.y, w, coefficients (a), a.HuberDelta);
%! assert (g ./ [1, std(data.X)].', zeros (5, 1), 1e-6);

%!test # several responses, each with its threshold; lasso's conditions of optimality
%! Y = [data.y, 1e3 * data.X(:,1) + data.y(end:-1:1)];
%! lambda = 0.05;
%! model = nnreg_fit (data.X, Y, huber{:}, "Penalty", "l1", "Lambda", lambda);
%! Z = (data.X - model.InputMean(:).') ./ model.InputScale(:).';
%! W = model.Weights{1}.';
%! R = Z * W + model.Biases{1}.' - (Y - model.ResponseMean) ./ model.ResponseScale;
%! d = model.HuberDelta ./ model.ResponseScale;
%! G = Z.' * max (-d, min (d, R)) / 60;         # 2 / 2: a mean over two responses
%! live = W != 0;
%! assert (G(live), -lambda * sign (W(live)), 1e-6);
%! assert (all (abs (G(! live)) <= lambda + 1e-6) && any (live(:)) && ! all (live(:)));
%! loss = nnr.targets.error_losses (R.', d);
%! assert (model.History.DataLoss(end), mean (loss(:)), 1e-10);

%!test # a large threshold is the squared error, a small one the absolute error
%! args = {"Task", "regression", "LayerSizes", [], "StandardizeY", false, "Verbose", 0};
%! a = nnreg_fit (data.X, data.y, args{:}, "Loss", "huber", "HuberDelta", 1e6);
%! b = nnreg_fit (data.X, data.y, args{:}, "Solver", "fista");
%! assert (coefficients (a), coefficients (b), 1e-3);
%! c = nnreg_fit (ones (5, 1), [1; 2; 3; 40; 500], args{:}, "Loss", "huber", "HuberDelta", 1e-3);
%! assert (nnreg_predict (c, 1), 3, 2e-3);

%!test # "mae" begins at the median, and Adam makes it better than least squares
%! y = [1; 2; 4; 1e9];
%! s = {"Task", "regression", "LayerSizes", [], "Loss", "mae", "Epochs", 1, "BatchSize", 4};
%! model = nnreg_fit (zeros (4, 1), y, s{:}, "Verbose", 0);
%! assert (nnreg_predict (model, 0), 3, 0.05);
%! assert (model.Settings.Solver, "adam");
%! model = nnreg_fit (data.X, data.y, s{:}, "Epochs", 400, "LearnRate", 0.02, "Verbose", 0);
%! mae = mean (abs (nnreg_predict (model, data.X) - data.y));
%! A = [ones(60, 1), data.X];
%! assert (mae < 1.01 * mean (abs (A * data.rlm.coefficients - data.y)));
%! m = nnreg_evaluate (model, data.X, data.y);
%! assert (m.DataLoss, mae / model.ResponseScale, 1e-6 * m.DataLoss);

## ----------------------------------------------------------------------- Networks --

%!test # gradients against differences; and J by hand
%! randn ("twister", 4);
%! X = randn (30, 3);
%! Y = [X(:,1), sin(X(:,2))] + [zeros(29, 2); 50, -70];
%! theta = randn (3 * 4 + 4 + 4 * 2 + 2, 1);
%! net = {"Task", "regression", "LayerSizes", 4, "Activations", "tanh", "Penalty", "l2", ...
%!        "Lambda", 0.01};
%! for more = {{"Loss", "huber", "HuberDelta", [0.5, 2]}, {"Loss", "mae"}, {"Loss", "huber"}}
%!   assert (nnreg_checkgrad (theta, X, Y, net{:}, more{1}{:}) < 1e-7);
%! end
%! hidden = tanh (X * reshape (theta(1:12), 4, 3).' + theta(13:16).');
%! E = hidden * reshape (theta(17:24), 2, 4).' + theta(25:26).' - Y;
%! d = [0.5, 2];
%! inside = min (abs (E), d);
%! L = inside .* (2 * abs (E) - inside);
%! J = nnreg_cost (theta, X, Y, net{1:6}, "Loss", "huber", "HuberDelta", d);
%! assert (J, mean (L(:)), 1e-12);
%! J = nnreg_cost (theta, X, Y, net{1:6}, "Loss", "mae");
%! assert (J, mean (abs (E(:))), 1e-12);

%!function [X, y, truth] = wild_table (n, num_wild)
%!  randn ("twister", 8);
%!  X = randn (n, 4);
%!  truth = 100 + 5 * sin (X(:,1)) + 3 * X(:,2) .* X(:,3) + 2 * X(:,4);
%!  y = truth + 0.5 * randn (n, 1);
%!  y(1:floor (n / num_wild):n) *= 100;
%!endfunction

%!test # a few wild values among many: squares are lost, the robust losses hardly notice
%! [X, y, truth] = wild_table (2000, 10);
%! args = {"Task", "regression", "LayerSizes", 32, "Epochs", 60, "BatchSize", 64, ...
%!         "LearnRate", 3e-3, "Verbose", 0, "Threads", 1};
%! off = @(model) median (abs (nnreg_predict (model, X) - truth));
%! of_clean = off (nnreg_fit (X, truth, args{:}));
%! text = evalc ("least_squares = nnreg_fit (X, y, args{:});");
%! assert (! isempty (strfind (text, "a few responses dominate the squared error: ")));
%! wild = off (least_squares);
%! assert (wild > 10);
%! for loss = {"huber", "mae"}
%!   text = evalc ("model = nnreg_fit (X, y, args{:}, \"Loss\", loss{1});");
%!   assert (text, "");
%!   assert (off (model) < wild / 20 && off (model) < 0.5);
%! end

%!function assert_same (a, b)
%!  assert (a.Weights, b.Weights);
%!  assert (a.Biases, b.Biases);
%!  assert (rmfield (a.History, "Seconds"), rmfield (b.History, "Seconds"));
%!endfunction

%!test # the same bits by any number of threads, and with a break; validation has the same loss
%! [X, y] = wild_table (600, 3);
%! args = {"Task", "regression", "LayerSizes", 16, "BatchSize", 32, "Loss", "huber", ...
%!         "ValidationData", {X(401:end,:), y(401:end)}, "Keep", "last", "Verbose", 0};
%! whole = nnreg_fit (X(1:400,:), y(1:400), args{:}, "Epochs", 6, "Threads", 1);
%! assert_same (whole, nnreg_fit (X(1:400,:), y(1:400), args{:}, "Epochs", 6, "Threads", 2));
%! file = [tempname(), ".ckpt"];
%! guard = onCleanup (@() unlink (file));
%! args = [args, {"CheckpointFile", file}];
%! nnreg_fit (X(1:400,:), y(1:400), args{:}, "Epochs", 2);
%! assert_same (whole, nnreg_fit (X(1:400,:), y(1:400), args{:}, "Epochs", 6));
%! m = nnreg_evaluate (whole, X(401:end,:), y(401:end));
%! assert (whole.History.ValDataLoss(end), m.DataLoss, 1e-5 * m.DataLoss);
%! assert (whole.History.ValRMSE(end), m.RMSE, 1e-5 * m.RMSE);
%! fail ("nnreg_fit (X(1:400,:), y(1:400), args{:}, \"Epochs\", 7, \"HuberDelta\", 3)", ...
%!       "is the checkpoint of another training \\(other HuberDelta");

%!test # InitialModel goes on with the loss and its threshold, unless others are given
%! [X, y] = wild_table (300, 3);
%! args = {"Task", "regression", "LayerSizes", 8, "BatchSize", 32, "Epochs", 3, "Verbose", 0};
%! first = nnreg_fit (X, y, args{:}, "Loss", "huber", "HuberDelta", 2.5);
%! second = nnreg_fit (X(1:100,:), y(1:100), args{:}, "InitialModel", first);
%! assert ({second.Settings.Loss, second.HuberDelta}, {"huber", 2.5}, 1e-14);
%! other = nnreg_fit (X, y, args{:}, "InitialModel", first, "Loss", "mae");
%! assert (other.Settings.Loss, "mae");
%! assert (! isfield (other, "HuberDelta"));
%! plain = nnreg_fit (X, y, args{:}, "InitialModel", first, "Loss", "huber", "HuberDelta", 7);
%! assert (plain.HuberDelta, 7, 1e-14);

## -------------------------------------------------------- Paths, searches, files --

%!test # a path: one threshold for all, each point is the model of nnreg_fit
%! r = nnreg_path (data.X, data.y, huber{:}, "Penalty", "l1", "NumLambda", 8, "CV", 3, ...
%!                 "Seed", 2, "LambdaRatio", 0.01);
%! assert (cellfun (@(m) m.HuberDelta, r.Models), repmat (r.Models{1}.HuberDelta, 1, 8));
%! assert (r.LiveInputs(1), 0);
%! for k = [1, 4, 8]
%!   one = nnreg_fit (data.X, data.y, huber{:}, "Penalty", "l1", "Lambda", r.Lambda(k) * 1.0001);
%!   assert (coefficients (r.Models{k}), coefficients (one), 0.02);
%!   m = nnreg_evaluate (r.Models{k}, data.X, data.y);
%!   assert (r.TrainLoss(k), m.DataLoss, 1e-9 * m.DataLoss);
%! end
%! assert (norm (coefficients (r.ModelMin) - data.rlm.coefficients) < 3);

%!test # a search compares losses by the mean absolute error, and finds the robust one
%! r = nnreg_gridsearch (data.X, data.y, {"Loss", {"mse", "huber"}, "Lambda", [1e-3, 1]}, ...
%!                       "Task", "regression", "LayerSizes", [], "Penalty", "l2", "CV", 3, ...
%!                       "Verbose", 0);
%! assert ({r.ScoreName, r.BestParams.Loss, r.LargerIsBetter}, {"MeanMAE", "huber", false});
%! assert (r.Model.HuberDelta > 0);
%! of_folds = r.OutOfFold;
%! assert (mean (abs (of_folds.Scores - data.y)), r.BestScore, 1e-9 * r.BestScore);
%! plain = nnreg_gridsearch (data.X, data.y, {"Lambda", [1e-3, 1]}, "Task", "regression", ...
%!                           "LayerSizes", [], "Penalty", "l2", "CV", 3, "Verbose", 0);
%! assert (plain.ScoreName, "RMSE");

%!test # files keep loss and threshold
%! for loss = {"huber", "mae", "mse"}
%!   model = nnreg_fit (data.X, data.y, huber{:}, "Loss", loss{1}, "Solver", "adam", ...
%!                      "Epochs", 3, "BatchSize", 16);
%!   file = [tempname(), ".json"];
%!   guard = onCleanup (@() unlink (file));
%!   nnreg_export (model, file);
%!   again = nnreg_import (file);
%!   [a, b] = deal (nnreg_evaluate (model, data.X, data.y), nnreg_evaluate (again, data.X, data.y));
%!   assert ({a.DataLoss, again.Settings.Loss}, {b.DataLoss, loss{1}});
%!   clear guard
%! end

%!test # the summary says so
%! model = nnreg_fit (data.X, data.y, huber{:}, "HuberDelta", 2.5);
%! text = evalc ("nnreg_summary (model)");
%! assert (! isempty (strfind (text, "Loss      Huber's, linear beyond errors of 2.5\n")));
%! assert (nnreg_summary (model).Options.Loss, "huber");

## --------------------------------------------------------------- What is refused --

%!error <^nnreg_fit: the Loss "huber" has no place in a classification; give "Task", "regression"$>
%! nnreg_fit ([1; 2], [1; 2], "Loss", "huber");
%!error <^nnreg_fit: the Loss "crossentropy" has no place in a regression; it takes "mse", "huber">
%! nnreg_fit ([1; 2], [1; 2], "Task", "regression", "Loss", "crossentropy");
%!error <^nnreg_fit: the Loss "mae" has a kink, so it belongs to "Solver", "adam"; "huber" with a>
%! nnreg_fit ([1; 2], [1; 2], "Task", "regression", "Loss", "mae", "Solver", "fista");
%!error <^nnreg_fit: the Solver "coordinate" minimises the squared error, but Loss is "huber"$>
%! nnreg_fit ([1; 2], [1; 2], "Task", "regression", "LayerSizes", [], "Loss", "huber", ...
%!            "Solver", "coordinate", "Penalty", "l1", "Lambda", 1);
%!error <^nnreg_fit: HuberDelta must be "auto" or a positive number in the units of y .*, got 0$>
%! nnreg_fit ([1; 2], [1; 2], "Task", "regression", "Loss", "huber", "HuberDelta", 0);
%!error <^nnreg_fit: unknown option "delta"; here it is "HuberDelta"$>
%! nnreg_fit ([1; 2], [1; 2], "Task", "regression", "Loss", "huber", "delta", 1);
%!warning <^nnreg_fit: HuberDelta does nothing here: it belongs to the Loss "huber"$>
%! nnreg_fit ((1:9).', (1:9).' .^ 2, "Task", "regression", "LayerSizes", [], "HuberDelta", 2);
%!error <MODEL does not hold together: with the Loss "huber" it must have HuberDelta>
%! nnreg_predict (rmfield (nnreg_fit (data.X, data.y, huber{:}), "HuberDelta"), data.X);
%!error <MODEL does not hold together: HuberDelta must be above 0>
%! nnreg_predict (setfield (nnreg_fit (data.X, data.y, huber{:}), "HuberDelta", 0), data.X);
