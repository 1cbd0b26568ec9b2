## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_learningcurve; the errors are in its own file.

%!shared X, y, T, args
%! X = oracle_data (60, 5, 1);
%! y = 1 + (X(:,1) + oracle_data (60, 1, 2) > 1);
%! T = struct ("a", X(:,1), "b", X(:,2));
%! T.y = cellstr (strcat ("class ", num2str (y)));
%! T.g = cellstr (repmat ("abcdef", 1, 10).');
%! args = {"LayerSizes", [], "Penalty", "l2", "Lambda", 0.1, "CV", 3, "Verbose", 0};

%!test
%! # each score is that of a model trained by hand on as many rows, which contain the fewer ones
%! r = nnreg_learningcurve (X, X * (1:5).' + y, args{:}, "Task", "regression", "NumRows", [10, 40]);
%! assert (size (r.ValScores), [3, 2]);
%! assert ({r.ScoreName, r.LargerIsBetter, r.NumRows}, {"RMSE", false, [10, 40]});
%! for fold = 1:3
%!   out = r.Folds != fold;
%!   z = X * (1:5).' + y;
%!   m = nnreg_fit (X(out,:), z(out), args{1:6}, args{9:end}, "Task", "regression");
%!   e = nnreg_evaluate (m, X(! out,:), z(! out));
%!   assert (r.ValScores(fold,2), sqrt (e.MeanMSE), 1e-6);
%!   e = nnreg_evaluate (m, X(out,:), z(out));
%!   assert (r.TrainScores(fold,2), sqrt (e.MeanMSE), 1e-6);
%! end
%! assert (r.ValMean, mean (r.ValScores), eps);
%! assert (r.ValSE, std (r.ValScores) / sqrt (3), eps);

%!test
%! # the constant predictions are those of the rows that each fold leaves
%! r = nnreg_learningcurve (X, 1e4 + y + X(:,1), args{:}, "Task", "regression", "NumRows", 1);
%! z = 1e4 + y + X(:,1);
%! errors = arrayfun (@(k) sqrt (mean ((z(r.Folds == k) - mean (z(r.Folds != k))) .^ 2)), (1:3).');
%! assert (r.ConstantScores, errors, 1e-6);
%! r = nnreg_learningcurve (X, y, args{:}, "NumRows", 1, "Weights", 1 + 9 * (y == 2));
%! w = 1 + 9 * (y == 2);
%! guess = arrayfun (@(k) 1 + (sum (w(r.Folds != k & y == 2)) > sum (w(r.Folds != k & y == 1))), ...
%!                   (1:3).');
%! right = arrayfun (@(k) sum (w(r.Folds == k & y == guess(k))) / sum (w(r.Folds == k)), (1:3).');
%! assert (r.ConstantScores, right, 1e-12);
%! r = nnreg_learningcurve (X, y, args{:}, "NumRows", 1, "Score", "MacroAUC");
%! assert (r.ConstantScores, [0.5; 0.5; 0.5]);
%! # a model that learns nothing says so, and does not boast that its curves have met
%! r = nnreg_learningcurve (X, y, args{[1:4, 7:8]}, "Lambda", 100, "CV", 3);
%! text = evalc ("r");
%! assert (any (strfind (text, "neither training nor validation is better than a constant")));
%! assert (max (cellfun (@numel, strsplit (text, "\n"))) <= 80);

%!test
%! # rows of a class come in from the start, shares count the rows that each fold leaves
%! label = [ones(50, 1); 2 * ones(10, 1)];
%! r = nnreg_learningcurve (X, label, args{:}, "NumRows", [0.1, 0.5, 1]);
%! assert (r.NumRows, [4, 20, 40]);
%! assert (all (isfinite (r.ValScores(:))));
%! again = nnreg_learningcurve (X, label, args{:}, "NumRows", [20, 40]);
%! assert (again.ValScores, r.ValScores(:,2:3));
%! other = nnreg_learningcurve (X, label, args{:}, "NumRows", [20, 40], "Seed", 5);
%! assert (! isequal (other.Folds, r.Folds));

%!test
%! # weights count in trainings and scores: a row of weight 2 is two rows for the score
%! w = 1 + mod (1:60, 2).';
%! r = nnreg_learningcurve (X, X(:,1) + y, args{:}, "Task", "regression", "Weights", w, ...
%!                          "NumRows", 1);
%! z = X(:,1) + y;
%! out = r.Folds != 2;
%! m = nnreg_fit (X(out,:), z(out), args{1:6}, "Verbose", 0, "Task", "regression", ...
%!                "Weights", w(out));
%! d = (nnreg_predict (m, X(! out,:)) - z(! out)) .^ 2;
%! assert (r.ValScores(2), sqrt (sum (w(! out) .* d) / sum (w(! out))), 1e-6);

%!test
%! # a table, by groups, another score
%! r = nnreg_learningcurve (T, "y", args{:}, "CVGroups", "g", "NumRows", [15, 40], ...
%!                          "Score", "LogLoss");
%! assert (r.LargerIsBetter, false);
%! for name = "abcdef"
%!   assert (numel (unique (r.Folds(strcmp (T.g, name)))), 1);
%! end

%!test
%! # only the longest training is heard: few rows lack levels and gaps that the others have, and a
%! # wild response is in most trainings; of the columns that leave all rows speak, once
%! U = struct ("a", X(:,1), "b", X(:,2), "city", {repmat({"x"; "y"; "x"; "x"; "z"}, 12, 1)});
%! U.a(7:13:end) = NaN;
%! U.z = U.b;
%! U.z(10) = 1e4;
%! U.same = ones (60, 1);
%! text = evalc (['r = nnreg_learningcurve (U, "z", args{:}, "Task", "regression", ', ...
%!                '"NumRows", [8, 15, 40]);']);
%! assert (numel (strfind (text, "warning: ")), 2);
%! assert (! isempty (strfind (text, "same (one value)")));
%! assert (! isempty (strfind (text, "squared error")));

%!test
%! # the picture, and what it refuses
%! r = nnreg_learningcurve (X, y, args{:}, "NumRows", [10, 20, 40]);
%! h = nnreg_plot (r);
%! lines = findobj (h, "type", "line", "-and", "linestyle", "-", "-and", "marker", "o");
%! assert (get (lines, "xdata"), [10, 20, 40]);
%! assert (get (lines, "ydata"), 100 * r.ValMean, 1e-10);
%! close (ancestor (h, "figure"));
%!error <does not hold together: TrainMean must be a vector of 1 numbers>
%! r = struct ("NumRows", 1, "TrainMean", [1, 2], "ValMean", 1, "TrainSE", 1, "ValSE", 1, ...
%!             "ScoreName", "RMSE", "LargerIsBetter", false, "ValScores", 1);
%! nnreg_plot (r)
