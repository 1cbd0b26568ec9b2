## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_gridsearch; the short ones and the errors are in its own file.

%!shared X, y, grid, args, r
%! [X, y] = nnreg_digits ();
%! X = X(1:600,:) / 16;
%! y = y(1:600);
%! grid = {"Lambda", [1e-4 1e-2], "Penalty", {"l1", "l2"}};
%! args = {"LayerSizes", 16, "Epochs", 5, "BatchSize", 16, "Verbose", 0};
%! r = nnreg_gridsearch (X, y, grid, args{:});
%!test
%! assert (numel (r.Results), 4);
%! assert (r.Results(2).Params, struct ("Lambda", 1e-4, "Penalty", "l2"));
%! assert (r.BestScore, max ([r.Results.Mean]));
%! assert (r.BestParams, r.Results(r.BestIndex).Params);
%! assert (r.Results(1).Mean, mean (r.Results(1).FoldScores), eps);
%! assert (r.Results(1).Std, std (r.Results(1).FoldScores), eps);
%!test
%! # a fold's score is that of a training on the other folds
%! out = r.Folds == 2;
%! model = nnreg_fit (X(! out,:), y(! out), "Lambda", 1e-2, "Penalty", "l1", args{:});
%! assert (r.Results(3).FoldScores(2), mean (nnreg_predict (model, X(out,:)) == y(out)), eps);
%!test
%! # folds are stratified
%! counts = accumarray ([y + 1, r.Folds], 1);
%! assert (max (counts, [], 2) - min (counts, [], 2) <= 1);
%!test
%! # the same bits for any number of threads, and a struct for a grid
%! again = nnreg_gridsearch (X, y, grid, args{:}, "Threads", 1);
%! assert (isequal (rmfield (again.Results, "Seconds"), rmfield (r.Results, "Seconds")));
%! assert (isequal (again.Model.Weights, r.Model.Weights));
%! s = struct ("Lambda", [1e-4 1e-2]);
%! s.Penalty = {"l1", "l2"};
%! again = nnreg_gridsearch (X, y, s, args{:}, "Refit", false);
%! assert (isequal ([again.Results.FoldScores], [r.Results.FoldScores]));
%! assert (! isfield (again, "Model"));
%!test
%! # names of the features reach the model
%! names = arrayfun (@(j) sprintf ("pixel %d", j), 1:64, "UniformOutput", false);
%! again = nnreg_gridsearch (X, y, {"Lambda", 1e-2}, "Penalty", "l1", args{:}, ...
%!                           "FeatureNames", names);
%! assert (again.Model.FeatureNames, names);
%!error <nnreg_gridsearch: FeatureNames cannot be searched over>
%! nnreg_gridsearch (X, y, {"FeatureNames", {{"a"}}})
%!error <nnreg_gridsearch: FeatureNames must have a name for each of the 64 columns of X, got 1>
%! nnreg_gridsearch (X, y, grid, args{:}, "FeatureNames", {"a"})
%!test
%! # an InitialModel says what kind of model goes on, but for what the grid says
%! few = {X(1:150,:), y(1:150)};
%! model = nnreg_fit (few{:}, "LayerSizes", 7, "Activations", "tanh", "Epochs", 1, "Verbose", 0);
%! more = {"Penalty", "l1", "Epochs", 1, "CV", 2, "InitialModel", model, "Verbose", 0};
%! r = nnreg_gridsearch (few{:}, {"Lambda", [1e-3, 1e-2]}, more{:});
%! assert (r.Model.LayerSizes, 7);
%! assert (r.Model.Activations, {"tanh"});
%! fail ('nnreg_gridsearch (few{:}, {"Lambda", 1e-3, "Activations", {"tanh", "relu"}}, more{:}, "Refit", false)', ...
%!       "InitialModel has the Activations tanh, this training relu");
%!error <nnreg_gridsearch: the third argument is the grid, such as .*, got "Epochs">
%! nnreg_gridsearch (X, y, "Epochs", 3)
%!error <nnreg_gridsearch: unknown option "Lamda" in the grid; did you mean "Lambda"\?>
%! nnreg_gridsearch (X, y, {"Lamda", 1})
%!error <nnreg_gridsearch: in fold 1 of CV all samples weigh 0>
%! nnreg_gridsearch (X, y, {"Seed", 1}, args{:}, "CV", 1 + (y > 4), "Weights", y > 4)
%!error <nnreg_gridsearch: in fold 2 of CV all samples weigh 0>
%! nnreg_gridsearch (X, y, {"Seed", 1}, args{:}, "CV", 1 + (y > 4), "Weights", y <= 4)
%!error <nnreg_gridsearch: outside of fold 2 of CV all samples weigh 0>
%! nnreg_gridsearch (X, y, {"ClassWeights", {1:10, double((0:9) > 4)}}, args{:}, "CV", 1 + (y > 4))
%!warning <nnreg_gridsearch: Tolerance does nothing here: it belongs to "Solver", "fista">
%! nnreg_gridsearch (X, y, {"Tolerance", [1e-3, 1e-2]}, args{:});
%!test
%! # the other candidate heeds it
%! lastwarn ("", "");
%! nnreg_gridsearch (X, y, {"Penalty", {"l1", "elasticnet"}, "Lambda", 0.1}, args{:}, "Alpha", 0.3);
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%!test
%! # a penalty for each layer, and pairs of lambdas, are values that a grid may have
%! X = oracle_data (40, 3, 1);
%! y = 1 + (X(:,1) > 0.5);
%! args = {"LayerSizes", 3, "Epochs", 3, "CV", 2, "Verbose", 0, "Seed", 2};
%! r = nnreg_gridsearch (X, y, {"Penalty", {{"l1", "none"}, "l2"}}, "Lambda", 1e-2, args{:});
%! r2 = nnreg_gridsearch (X, y, {"Lambda", {{[1e-2, 0]}, {[0, 0.1]}}}, "Penalty", ...
%!                        {"elasticnet", "none"}, args{:});
%! assert (r2.Results(1).FoldScores, r.Results(1).FoldScores);
%! assert (r2.Results(1).Zeros, r.Results(1).Zeros);
%! text = evalc ("r2, r");
%! assert (! isempty (strfind (text, "[0 0.1]")) && ! isempty (strfind (text, "l1+none")), text);
