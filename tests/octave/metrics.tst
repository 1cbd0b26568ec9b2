## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## nnreg_metrics against scikit-learn (metrics_fixture.mat, written by
## tests/tools/make_metrics_fixture.py), against definitions, and for size.
## Needs this folder on the path, or the repository's root as current folder.

%!function cases = fixture ()
%!  name = "metrics_fixture.mat";
%!  places = {file_in_loadpath(name), fullfile("tests", "octave", name), ...
%!            fullfile(fileparts (which ("nnreg_metrics")), "..", "tests", "octave", name)};
%!  there = find (cellfun (@(f) ! isempty (f) && exist (f, "file") == 2, places), 1);
%!  assert (! isempty (there), "metrics_fixture.mat is not on the path");
%!  cases = load (places{there}).cases;
%!endfunction

%!function m = metrics_of (c)
%!  args = {"Task", c.Task, "Weights", c.weights};
%!  if (strcmp (c.Task, "classification"))
%!    args = [{c.scores, "ClassNames", 1:columns(c.scores)}, args];
%!  endif
%!  m = nnreg_metrics (c.ytrue, c.ypred, args{:});
%!endfunction

## Numbers in (0, 1) that look random, without Octave's generators.
%!function U = noise (m, n, seed)
%!  U = mod (sin ((1:m).' * 12.9898 + (1:n) * 78.233 + seed) * 43758.5453, 1);
%!endfunction

%!function [y, scores] = some_scores (n, K, seed)
%!  y = 1 + floor (K * noise (n, 1, seed));
%!  scores = noise (n, K, seed + 1) .^ 2 + (y == 1:K) / 3;
%!  scores ./= sum (scores, 2);
%!endfunction

## ---- scikit-learn

%!test # nearly right: as many digits of Brier as the scores have
%! p = [1 - 1e-9, 1e-9; 1e-9, 1 - 1e-9];
%! m = nnreg_metrics ([1; 2], p);
%! assert (m.Brier, mean ((p(:,1) - [1; 0]) .^ 2), -1e-14);
%!test # every field of every case
%! cases = fixture ();
%! for k = 1:numel (cases)
%!   c = cases{k};
%!   m = metrics_of (c);
%!   for name = fieldnames (c.expected).'
%!     try
%!       assert (m.(name{1}), c.expected.(name{1}), -1e-12);
%!     catch err
%!       error ("%s, %s, %s: %s", c.Task, c.Name, name{1}, err.message);
%!     end_try_catch
%!   endfor
%! endfor

%!test # the cases cover what they should
%! cases = fixture ();
%! tasks = cellfun (@(c) c.Task, cases, "UniformOutput", false);
%! assert (sum (strcmp (tasks, "classification")) >= 180);
%! assert (sum (strcmp (tasks, "regression")) >= 50);
%! fields = fieldnames (metrics_of (cases{1}));
%! assert (sort ([fieldnames(cases{1}.expected); {"ClassNames"; "NumSamples"; "Task"}]), ...
%!         sort (fields));
%! undefined = cellfun (@(c) isfield (c.expected, "AUC") && any (isnan (c.expected.AUC)), cases);
%! single_scores = cellfun (@(c) isa (c.scores, "single"), cases);
%! weighted = cellfun (@(c) ! isempty (c.weights), cases);
%! assert (sum (undefined) >= 10 && sum (single_scores) >= 10 && sum (weighted) >= 20);

## ---- Definitions

%!test # AUC: the share of pairs in the right order, a tie is one half
%! [y, scores] = some_scores (60, 3, 5);
%! scores = round (10 * scores);
%! w = noise (60, 1, 9);
%! m = nnreg_metrics (y, y, scores, "Weights", w, "ClassNames", 1:3, ...
%!                    "Task", "classification");
%! for k = 1:3
%!   d = scores(y == k, k) - scores(y != k, k).';
%!   assert (nnz (d == 0) > 10);
%!   pairs = w(y == k) .* w(y != k).';
%!   area = sum ((pairs .* ((d > 0) + (d == 0) / 2))(:)) / sum (pairs(:));
%!   assert (m.AUC(k), area, 1e-14);
%! endfor

%!test # AUC: only the order counts; reversed scores give the rest
%! [y, scores] = some_scores (50, 4, 2);
%! m = nnreg_metrics (y, y, scores);
%! n = nnreg_metrics (y, y, exp (3 * scores));
%! assert (n.AUC, m.AUC);
%! assert (n.LogLoss, NaN);
%! n = nnreg_metrics (y, y, -scores);
%! assert (n.AUC, 1 - m.AUC, 1e-14);

%!test # TopK: the accuracy of the best k by sorting; with all classes it is 1
%! [y, scores] = some_scores (80, 5, 3);
%! [~, order] = sort (scores, 2, "descend");
%! m = nnreg_metrics (y, order(:,1), scores);
%! for k = 1:5
%!   assert (m.TopK(k), mean (any (order(:,1:k) == y, 2)), 1e-15);
%! endfor
%! assert (m.TopK(1), m.Accuracy, 1e-15);
%! assert (m.TopK(5), 1, 1e-15);

%!test # F1 is the harmonic mean of precision and recall
%! [y, scores] = some_scores (80, 5, 4);
%! [~, yhat] = max (scores, [], 2);
%! m = nnreg_metrics (y, yhat, scores);
%! assert (m.F1, 2 ./ (1 ./ m.Precision + 1 ./ m.Recall), 1e-14);
%! assert (m.WeightedRecall, m.Accuracy, 1e-15);
%! assert (trace (m.Confusion) / 80, m.Accuracy, 1e-15);
%! assert (sum (m.Confusion, 2), m.Support);

%!test # classes may have any order, samples too
%! [y, scores] = some_scores (70, 4, 6);
%! [~, yhat] = max (scores, [], 2);
%! m = nnreg_metrics (y, yhat, scores);
%! p = [3, 1, 4, 2];
%! s = nthargout (2, @sort, noise (70, 1, 7));
%! n = nnreg_metrics (y(s), yhat(s), scores(s,p), "ClassNames", p);
%! assert (n.Confusion, m.Confusion(p,p));
%! for name = {"Precision", "Recall", "F1", "Support", "AUC"}
%!   assert (n.(name{1}), m.(name{1})(p), 1e-14);
%! endfor
%! for name = {"Accuracy", "LogLoss", "MacroAUC", "WeightedAUC", "MacroF1", "TopK"}
%!   assert (n.(name{1}), m.(name{1}), 1e-14);
%! endfor

%!test # probabilities in place of labels: the second class's, or a matrix
%! [y, scores] = some_scores (60, 2, 3);
%! [~, yhat] = max (scores, [], 2);
%! w = 1 + mod ((1:60).', 3);
%! expected = nnreg_metrics (y, yhat, scores, "Weights", w);
%! for p = {scores(:,2), scores(:,2).', scores, sparse(scores)}
%!   m = nnreg_metrics (y, p{1}, "Weights", w);
%!   for name = fieldnames (m).'
%!     assert (m.(name{1}), expected.(name{1}), 1e-14);
%!   endfor
%! endfor
%! assert (nnreg_metrics (y, yhat, scores(:,2)), nnreg_metrics (y, yhat, scores), 1e-14);
%! texts = {"no"; "yes"};
%! m = nnreg_metrics (texts(y), single (scores(:,2)));
%! assert ({m.ClassNames, m.Accuracy}, {texts, mean(y == yhat)});
%! assert (m.LogLoss, nnreg_metrics (y, yhat, scores).LogLoss, 1e-6);
%! m = nnreg_metrics (y == 2, scores(:,2));
%! assert ({m.ClassNames, m.Accuracy}, {[false; true], mean(y == yhat)});
%! m = nnreg_metrics (texts(y), scores(:,1), "ClassNames", {"yes", "no"});
%! assert (m.Accuracy, mean (y == yhat));
%! m = nnreg_metrics (true (60, 1), scores(:,2));       # the other class is absent
%! assert ({m.Support, m.AUC}, {[0; 60], [NaN; NaN]});
%! m = nnreg_metrics (eye (2)(y,:), scores(:,2));
%! assert (m.Accuracy, mean (y == yhat));
%! [y, scores] = some_scores (60, 4, 3);
%! [~, yhat] = max (scores, [], 2);
%! assert (nnreg_metrics (7 + y, scores), nnreg_metrics (7 + y, 7 + yhat, scores));

%!test # labels are labels: 0 and 1 of every type, classes of fractions, other classes
%! y = [0; 1; 1; 0];
%! for yhat = {[0; 1; 0; 0], logical([0; 1; 0; 0]), uint8([0; 1; 0; 0]), single([0; 1; 0; 0])}
%!   m = nnreg_metrics (y, yhat{1});
%!   assert ({m.ClassNames, m.Accuracy, m.LogLoss}, {[0; 1], 0.75, NaN});
%! endfor
%! m = nnreg_metrics ([0.5; 1; 0.5], [0.5; 0.5; 1]);
%! assert ({m.ClassNames, m.Accuracy, m.LogLoss}, {[0.5; 1], 1/3, NaN});
%! m = nnreg_metrics ([0; 1; 1], [0; 1; 2]);
%! assert (m.ClassNames, [0; 1; 2]);
%! m = nnreg_metrics ([1; 2], [1; 0], "ClassNames", 0:2);
%! assert (m.Accuracy, 0.5);

%!test # rows of weight 0 are not there, whatever they hold
%! [y, scores] = some_scores (50, 3, 4);
%! [~, yhat] = max (scores, [], 2);
%! w = mod ((1:50).', 4);
%! on = w > 0;
%! expected = nnreg_metrics (y(on), yhat(on), scores(on,:), "Weights", w(on));
%! assert (nnreg_metrics (y, yhat, scores, "Weights", w), expected);
%! [y(! on), scores(! on,:), yhat(! on)] = deal (NaN, Inf, 99.5);
%! assert (nnreg_metrics (y, yhat, scores, "Weights", w), expected);
%! assert (nnreg_metrics (y.', yhat, scores, "Weights", w.'), expected);
%! assert (nnreg_metrics (y, scores, "Weights", w), expected);
%! texts = {"a"; "b"; "c"; ""};
%! y(! on) = 4;
%! yhat(! on) = 4;
%! m = nnreg_metrics (texts(y), char (texts(yhat)), scores, "Weights", w);
%! assert ({m.ClassNames, m.Confusion}, {texts(1:3), expected.Confusion});
%! m = nnreg_metrics (eye (3)([1; 2; 3],:), [NaN; 5; 3], "Weights", [0; 0; 1]);
%! assert ({m.Accuracy, m.NumSamples, m.Support}, {1, 1, [0; 0; 1]});
%! Y = [1, 2; 3, NaN; 5, 9];
%! Z = [1, 3; Inf, 1; 4, 9];
%! assert (nnreg_metrics (Y, Z, "Task", "regression", "Weights", [1; 0; 2]), ...
%!         nnreg_metrics (Y([1, 3],:), Z([1, 3],:), "Task", "regression", "Weights", [1; 2]));

%!error <nnreg_metrics: ypred must have one label for each of the 3 samples, got 2>
%! nnreg_metrics ([1; 2; 2], [1; 2], "Weights", [1; 1; 0]);      # sizes are checked before
%!error <nnreg_metrics: ypred must be 3x1, got \[1; 2\]>
%! nnreg_metrics ([1; 2; 2], [1; 2], "Task", "regression", "Weights", [1; 1; 0]);
%!error <nnreg_metrics: ypred must hold labels beside scores, got probabilities>
%! nnreg_metrics ([0; 1], [0.2; 0.9], [0.8, 0.2; 0.1, 0.9]);
%!error <nnreg_metrics: ytrue and ypred have no label in common: .* but row 1 has 0.2; other labels>
%! nnreg_metrics ([0.2; 0.9; 0.4], [0; 1; 1]);
%!error <nnreg_metrics: ypred holds neither labels nor probabilities \(row 1 has -1.5\)>
%! nnreg_metrics ([0; 1], [-1.5, 2; 3.5, 4]);

%!test # weights are repetitions; a common factor changes nothing
%! [y, scores] = some_scores (40, 3, 8);
%! [~, yhat] = max (scores, [], 2);
%! w = mod ((1:40).', 4);
%! again = repelem ((1:40).', w);
%! m = nnreg_metrics (y, yhat, scores, "Weights", w);
%! n = nnreg_metrics (y(again), yhat(again), scores(again,:));
%! h = nnreg_metrics (y, yhat, scores, "Weights", w / 7);
%! for name = setdiff (fieldnames (m), {"Task", "NumSamples", "ClassNames"}).'
%!   assert (m.(name{1}), n.(name{1}), 1e-13);
%!   if (! any (strcmp (name{1}, {"Confusion", "Support"})))
%!     assert (h.(name{1}), m.(name{1}), 1e-13);
%!   endif
%! endfor

%!test # one class alone
%! m = nnreg_metrics ({"a"; "a"}, {"a"; "a"}, [1; 1]);
%! assert ({m.Accuracy, m.F1, m.AUC, m.MacroAUC, m.TopK}, {1, 1, NaN, NaN, 1});
%! assert (m.LogLoss, eps, 1e-18);

%!test # regression: R2 is 0 for the mean, 1 for the truth, and has no units
%! Y = noise (30, 2, 1);
%! m = nnreg_metrics (Y, repmat (mean (Y), 30, 1), "Task", "regression");
%! assert (m.R2, [0, 0], 1e-14);
%! m = nnreg_metrics (Y, Y, "Task", "regression");
%! assert ({m.R2, m.MSE, m.MAE, m.MeanR2}, {[1, 1], [0, 0], [0, 0], 1});
%! Z = Y + 0.1 * noise (30, 2, 2);
%! m = nnreg_metrics (Y, Z, "Task", "regression");
%! n = nnreg_metrics (5 + 7 * Y, 5 + 7 * Z, "Task", "regression");
%! assert (n.R2, m.R2, 1e-12);
%! assert (n.RMSE, 7 * m.RMSE, 1e-12);

%!test # regression: a constant response has no variance, whatever its mean rounds to
%! for k = 1:20
%!   w = noise (9, 1, k);
%!   y = repmat (noise (1, 1, k + 0.5), 9, 1);
%!   m = nnreg_metrics (y, y + 1, "Task", "regression", "Weights", w);
%!   n = nnreg_metrics (y, y, "Task", "regression", "Weights", w);
%!   assert ({m.R2, n.R2, m.MeanR2, n.MeanR2}, {-Inf, NaN, 0, 1});
%! endfor

%!test # regression: integers are not rounded, singles not summed in single
%! m = nnreg_metrics (uint8 ([1; 2]), [1.5; 2.5], "Task", "regression");
%! assert (m.MSE, 0.25);
%! big = single (4096) * ones (1000, 1, "single");
%! big(1) = 1;
%! m = nnreg_metrics (big, zeros (1000, 1, "single"), "Task", "regression");
%! assert (m.MSE, (999 * 4096 ^ 2 + 1) / 1000, 1e-8);

## ---- Size

%!test # 10000 samples of ten classes take less than a second of CPU; a thousand classes work
%! [y, scores] = some_scores (10000, 10, 3);
%! [~, yhat] = max (scores, [], 2);
%! m = nnreg_metrics (y, yhat, scores);
%! before = cputime ();
%! m = nnreg_metrics (y, yhat, scores);
%! assert (cputime () - before < 1);
%! [y, scores] = some_scores (3000, 1000, 4);
%! m = nnreg_metrics (y, y, single (scores), "ClassNames", 1:1000);
%! assert (size (m.Confusion), [1000, 1000]);
%! assert (m.MacroAUC > 0.6 && m.MacroAUC < 1);

## ------------------------------------------------------------- Thousands of classes --

%!function [truth, guess, scores] = many_classes ()
%!  k = (1:2400).';
%!  truth = 1 + mod (k, 1200);
%!  guess = 1 + mod (k + (mod (k, 7) == 0) .* k, 1200);
%!  scores = mod (k * (1:1200), 97) / 97 + 2 * (truth == (1:1200));
%!  scores ./= sum (scores, 2);
%!endfunction

%!test # what has a definition by pairs or counts is as defined; Confusion is sparse
%! [truth, guess, scores] = many_classes ();
%! w = 1 + mod ((1:2400).', 3);
%! m = nnreg_metrics (truth, guess, scores, "Weights", w);
%! assert (issparse (m.Confusion));
%! assert (full (m.Confusion), accumarray ([truth, guess], w, [1200, 1200]));
%! assert (! (issparse (m.Precision) || issparse (m.Support) || issparse (m.F1)));
%! for k = [1, 700, 1200]
%!   own = truth == k;
%!   gone = scores(own,k) - scores(! own,k).';
%!   pairs = (gone > 0) + (gone == 0) / 2;
%!   assert (m.AUC(k), sum ((w(own) .* pairs .* w(! own).')(:)) / sum (w(own)) / sum (w(! own)), ...
%!           1e-13);
%!   assert (sum (w(truth == k & guess == k)) / sum (w(own)), m.Recall(k), eps);
%! end
%! distance = sum ((scores - (truth == (1:1200))) .^ 2, 2);
%! assert (m.Brier, sum (w .* distance) / sum (w), 1e-14);
%! assert (isequal (nnreg_metrics (truth, scores, "Weights", w).AUC, m.AUC));

%!test # the table and the picture name some of them, and text is not made for the others
%! [truth, guess] = many_classes ();
%! m = nnreg_metrics (truth, guess);
%! profile on
%! text = evalc ("nnreg_metrics (truth, guess)");
%! profile off
%! seen = profile ("info").FunctionTable;
%! profile clear
%! assert (max ([seen.NumCalls]) < 1000);
%! assert (numel (strfind (text, " -> ")), 5);
%! assert (! isempty (strfind (text, "(the 4 of 1200 classes with the lowest F1)")));
%! file = [tempname(), ".png"];
%! unwind_protect
%!   nnreg_plot (m, "File", file);
%!   assert (columns (imread (file)) > 100);
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
