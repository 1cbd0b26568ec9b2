## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_metrics; the short ones and the errors are in its own file.

%!test # labels of all types mean the same
%! ytrue = [1; 2; 2; 3; 3; 3];
%! ypred = [1; 2; 3; 3; 3; 1];
%! m = nnreg_metrics (ytrue, ypred);
%! assert (m.Confusion, [1, 0, 0; 0, 1, 1; 1, 0, 2]);
%! assert (m.Accuracy, 4/6, eps);
%! names = {"ant"; "bee"; "cow"};
%! n = nnreg_metrics (names(ytrue), names(ypred));
%! assert (n.ClassNames, names);
%! assert (n.Confusion, m.Confusion);
%! n = nnreg_metrics (char (names(ytrue)), char (names(ypred)));
%! assert (n.Confusion, m.Confusion);
%! n = nnreg_metrics (uint8 (ytrue), ypred.');
%! assert (n.Confusion, m.Confusion);
%! n = nnreg_metrics (eye (3)(ytrue,:), ypred);
%! assert (n.Confusion, m.Confusion);
%! n = nnreg_metrics (ytrue > 1, ypred > 1);
%! assert (n.ClassNames, [false; true]);
%! assert (n.Confusion, [1, 0; 1, 4]);
%!test # names of options in any case; the order of ClassNames counts
%! m = nnreg_metrics ({"a"; "b"}, {"b"; "b"}, "classnames", {"b", "a", "c"});
%! assert (m.Confusion, [1, 0, 0; 1, 0, 0; 0, 0, 0]);
%! assert (m.Support, [1; 1; 0]);
%! assert (m.AUC, NaN (3, 1));
%! assert (m.TopK, NaN (1, 3));
%!test # TopK: the later of equal scores wins
%! m = nnreg_metrics ([1; 3], [1; 1], [0.4, 0.4, 0.2; 0.3, 0.4, 0.3], "ClassNames", 1:3);
%! assert (m.TopK, [0, 1, 1]);
%!test # regression, two responses
%! m = nnreg_metrics ([1, 2; 3, 4], [1, 3; 5, 4], "Task", "Regression");
%! assert (m.MSE, [2, 0.5]);
%! assert (m.MAE, [1, 0.5]);
%! assert (m.R2, [-1, 0.5]);
%! assert (m.MeanMSE, 1.25);
%! assert (m.MeanR2, -0.25);
%!test # single scores are summed in double, and clipped at single's eps
%! m = nnreg_metrics ([0; 1], [0; 1], single ([1, 0; 1, 0]));
%! e = double (eps ("single"));
%! assert (m.LogLoss, -(log (1 - e) + log (e)) / 2, 1e-14);
%! assert (class (m.LogLoss), "double");
%!warning <^nnreg_metrics: the scores are not probabilities \(row 2 has -2\), so LogLoss, .* NaN>
%! m = nnreg_metrics ([0; 1], [0; 1], [1, 0; -2, 1]);
%!test # no probabilities, no log loss
%! warning ("off", "nnreg:notProbabilities", "local");
%! m = nnreg_metrics ([0; 1], [0; 1], [1, -1; -2, 2]);
%! assert ({m.LogLoss, m.AUC}, {NaN, [1; 1]});
%!warning <^nnreg_metrics: the scores of a row should sum to 1, row 2 sums to 0.9; LogLoss>
%! m = nnreg_metrics ([0; 1], [0; 1], [0.5, 0.5; 0.1, 0.8]);
%!test
%! text = evalc ('nnreg_metrics ([1; 2], [1; 2], "Task", "regression")');
%! assert (! isempty (strfind (text, "RMSE")));

%!test # percentages, bytes and logits in whole numbers are no labels
%! y = [0; 1; 1; 0; 1; 0];
%! p = [0.1; 0.8; 0.4; 0.3; 0.9; 0.2];
%! for scores = {round(100 * p), uint8(255 * p), round(3 * log (p ./ (1 - p)))}
%!   text = evalc ("m = nnreg_metrics (y, scores{1});");
%!   assert (! isempty (strfind (text, "that are not in ytrue, such as")));
%! end
%! assert (evalc ("m = nnreg_metrics (y, [0; 1; 2; 0; 1; 1]);"), "");
