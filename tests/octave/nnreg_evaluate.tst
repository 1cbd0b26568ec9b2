## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_evaluate; the short ones and the errors are in its own file.

%!function [X, y] = data ()
%!  k = (1:40).';
%!  X = [sin(k), cos(2 * k), sin(3 * k) .^ 2];
%!  y = 3 + (X(:,1) > 0) + (X(:,2) > 0.3);
%!endfunction
%!function model = fitted (varargin)
%!  [X, y] = data ();
%!  model = nnreg_fit (X, y, "Epochs", 3, "LayerSizes", 5, "Verbose", 0, varargin{:});
%!endfunction
%!function model = fitted_to (Y, varargin)
%!  model = nnreg_fit (data (), Y, "Task", "regression", "Epochs", 3, ...
%!                     "LayerSizes", 5, "Verbose", 0, varargin{:});
%!endfunction
%!shared X, y
%! [X, y] = data ();
%!test # cross-entropy and penalty from their formulas, in single and double
%! for precision = {"single", "double"}
%!   model = fitted ("Precision", precision{1}, "Penalty", "elasticnet", ...
%!                   "Lambda", 0.01, "Alpha", 0.25);
%!   m = nnreg_evaluate (model, X, y);
%!   [yhat, scores] = nnreg_predict (model, X);
%!   p = double (scores(sub2ind ([40, 3], (1:40).', y - 2)));
%!   assert (m.DataLoss, -mean (log (p)), 1e-14);
%!   W = double ([model.Weights{1}(:); model.Weights{2}(:)]);
%!   assert (m.Penalty, 0.01 * sum (0.25 * abs (W) + 0.375 * W .^ 2), 1e-14);
%!   assert (m.Loss, m.DataLoss + m.Penalty, 1e-15);
%!   assert (m.Accuracy, mean (y == yhat), eps);
%!   assert (sum (m.Confusion(:)), 40);
%!   assert (m.LogLoss, m.DataLoss, 1e-12);
%! endfor
%!test # nothing but the objective is added to nnreg_metrics
%! w = (1:40).';
%! model = fitted ("Penalty", "none");
%! m = nnreg_evaluate (model, X, y, "weights", w);
%! [yhat, scores] = nnreg_predict (model, X);
%! n = nnreg_metrics (y, yhat, scores, "Weights", w, "ClassNames", model.ClassNames);
%! assert (rmfield (m, {"Loss", "DataLoss", "Penalty", "NumMissing", "Decision", "StdError"}), n);
%! assert (m.Penalty, 0);
%!test # one-hot truth is the same truth, and a subset of the classes will do
%! model = fitted ();
%! assert (nnreg_evaluate (model, X, eye (3)(y - 2,:)), nnreg_evaluate (model, X, y));
%! first = find (y == 4);
%! m = nnreg_evaluate (model, X(first,:), y(first));
%! assert (m.Support, [0; numel(first); 0]);
%! assert (m.Recall([1, 3]), [NaN; NaN]);
%! assert (m.AUC, NaN (3, 1));
%!test # weights are repetitions
%! w = mod ((1:40).', 3);
%! again = repelem ((1:40).', w);
%! model = fitted ();
%! m = nnreg_evaluate (model, X, y, "Weights", w);
%! n = nnreg_evaluate (model, X(again,:), y(again));
%! for name = setdiff (fieldnames (m), {"NumSamples", "ClassNames", "Task", "StdError"}).'
%!   assert (m.(name{1}), n.(name{1}), 1e-6);
%! endfor
%!test # rows of weight 0 are not there: their X and y may be anything
%! w = mod ((1:40).', 3);
%! on = w > 0;
%! for task = {"classification", "regression"}
%!   if (strcmp (task{1}, "regression"))
%!     [model, truth] = deal (fitted_to (X(:,1)), X(:,1));
%!   else
%!     [model, truth] = deal (fitted (), y);
%!   endif
%!   expected = nnreg_evaluate (model, X(on,:), truth(on), "Weights", w(on));
%!   Z = X;
%!   Z(! on,:) = NaN;
%!   truth(! on) = NaN;
%!   assert (nnreg_evaluate (model, Z, truth, "Weights", w), expected);
%!   assert (expected.NumSamples, nnz (on));
%! endfor
%!test # rows with NaN are left out, and counted
%! Z = X;
%! Z([2, 9, 30],2) = NaN;
%! on = ! any (isnan (Z), 2);
%! w = 1 + mod ((1:40).', 3);
%! for convert = {@double, @single, @sparse}
%!   for task = {"classification", "regression"}
%!     if (strcmp (task{1}, "regression"))
%!       [model, truth] = deal (fitted_to (X(:,[1, 3])), X(:,[1, 3]));
%!     else
%!       [model, truth] = deal (fitted (), y);
%!     endif
%!     V = convert{1}(Z);
%!     expected = nnreg_evaluate (model, V(on,:), truth(on,:), "Weights", w(on));
%!     assert (expected.NumMissing, 0);
%!     truth(! on,:) = NaN;
%!     m = nnreg_evaluate (model, V, truth, "Weights", w, "MissingRows", "keep");
%!     assert (m.NumMissing, 3);
%!     assert (rmfield (m, "NumMissing"), rmfield (expected, "NumMissing"));
%!     text = evalc ('nnreg_evaluate (model, V, truth, "MissingRows", "keep")');
%!     assert (! isempty (strfind (text, " 37 samples")));
%!     assert (! isempty (strfind (text, "(left out: 3 rows with NaN)\n")));
%!   endfor
%! endfor
%! m = nnreg_evaluate (fitted (), Z, y, "MissingRows", "keep", "Weights", ! on + (1:40 > 20).');
%! assert ([m.NumSamples, m.NumMissing], [19, 3]);
%!test # columns by name
%! model = fitted ("FeatureNames", {"a", "b", "c"});
%! m = nnreg_evaluate (model, [X(:,3), y, X(:,1:2)], y, "FeatureNames", {"c", "y", "a", "b"});
%! assert (m, nnreg_evaluate (model, X, y));
%!error <nnreg_evaluate: X has NaN in 2 of 40 rows, the first is X\(7,1\); to go on without such>
%! Z = X;
%! [Z(7,1), Z(9,3)] = deal (NaN);
%! nnreg_evaluate (fitted (), Z, y)
%!error <nnreg_evaluate: X has NaN in each of its 2 rows>
%! nnreg_evaluate (fitted (), NaN (2, 3), [3; 4], "MissingRows", "keep")
%!error <nnreg_evaluate: X lacks 1 column that MODEL was fitted on: "c">
%! nnreg_evaluate (fitted ("FeatureNames", {"a", "b", "c"}), X, y, "FeatureNames", {"a", "b", "y"})
%!error <nnreg_evaluate: y must have one label for each of the 3 samples, got 2>
%! nnreg_evaluate (fitted (), X(1:3,:), [3; 4], "Weights", [1; 1; 0])
%!test # the loss of a regression is that of the standardised responses
%! Y = [100 + 7 * X(:,1), -3 * X(:,2)];
%! model = fitted_to (Y, "Precision", "double");
%! m = nnreg_evaluate (model, X, Y);
%! E = Y - nnreg_predict (model, X);
%! assert (m.MSE, mean (E .^ 2), 1e-12);
%! assert (m.DataLoss, mean ((E ./ std (Y, 1))(:) .^ 2), 1e-12);
%! w = (1:40).';
%! m = nnreg_evaluate (model, X, Y, "Weights", w);
%! assert (m.MAE, sum (w .* abs (E)) / sum (w), 1e-12);
%! assert (m.DataLoss, sum (w .* mean ((E ./ std (Y, 1)) .^ 2, 2)) / sum (w), 1e-12);
%!test # without StandardizeY it is the plain mean squared error
%! r = 2 + X(:,3);
%! model = fitted_to (r, "StandardizeY", false);
%! m = nnreg_evaluate (model, X, r);
%! assert (m.DataLoss, m.MSE, 1e-12);
%! assert (m.R2, 1 - m.MSE / var (r, 1), 1e-12);
%! assert (nnreg_evaluate (model, X, r.'), m);
%!test # the table
%! model = fitted ();
%! text = evalc ("nnreg_evaluate (model, X, y)");
%! assert (strncmp (text, "Classification, 40 samples, 3 classes\n", 38));
%! assert (! isempty (strfind (text, "DataLoss")));
%!error <nnreg_evaluate: y has the label 9 in row 2, the classes are 3, 4, 5>
%! nnreg_evaluate (fitted (), X(1:2,:), [3; 9])
%!error <nnreg_evaluate: y must have one label for each of the 2 samples, got 3>
%! nnreg_evaluate (fitted (), X(1:2,:), [3; 3; 4])
%!error <nnreg_evaluate: y has no label in 1 row, the first is NaN in row 2>
%! nnreg_evaluate (fitted (), X(1:2,:), [3; NaN])
%!error <nnreg_evaluate: y must hold labels like the classes \(3, 4, 5\), got "a">
%! nnreg_evaluate (fitted (), X(1,:), "a")
%!error <nnreg_evaluate: y must hold labels .real numbers, .* got \[\]>
%! nnreg_evaluate (fitted (), X(1,:), [])
%!error <nnreg_evaluate: X must not be empty, got a 0x3 double matrix>
%! nnreg_evaluate (fitted (), zeros (0, 3), [])
%!error <nnreg_evaluate: Weights must be a vector of 2 numbers, got 1>
%! nnreg_evaluate (fitted (), X(1:2,:), [3; 4], "Weights", 1)
%!error <nnreg_evaluate: .*"Weight".*"Weights">
%! nnreg_evaluate (fitted (), X, ones (40, 1), "Weight", 1)
%!error <nnreg_evaluate: y must be 40x2, got>
%! nnreg_evaluate (fitted_to (X(:,1:2)), X, ones (40, 1))
%!error <nnreg_evaluate: y must be finite, entry \(2, 1\) is NaN>
%! nnreg_evaluate (fitted_to (X(:,1)), X(1:2,:), [1; NaN])
