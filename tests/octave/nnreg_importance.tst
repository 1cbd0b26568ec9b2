## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_importance; the short ones and the errors are in its own file.

%!function [model, X, y] = fitted (varargin)
%!  # input 3 is not used
%!  k = (1:50).';
%!  X = round (8 * [sin(k), cos(2 * k), sin(3 * k), cos(5 * k)]);
%!  y = 1 + (X(:,1) > 0) + (X(:,2) > 3);
%!  model = nnreg_fit (X, y, "LayerSizes", 6, "Epochs", 30, "BatchSize", 10, ...
%!                     "LearnRate", 0.01, "Precision", "double", "Verbose", 0, varargin{:});
%!  model.Weights{1}(:,3) = 0;
%!endfunction
%!test
%! # one sample has nothing to be exchanged with
%! [model, X, y] = fitted ();
%! imp = nnreg_importance (model, X(7,:), y(7));
%! assert (imp.Importance, zeros (1, 4));
%!test
%! # means and deviations of what nnreg_evaluate says of shuffled columns; rows of weight 0, here
%! # with NaN and a label of no class, are not there
%! [model, X, y] = fitted ();
%! w = mod ((1:50).', 4);
%! [Z, z] = deal (X, y);
%! Z(w == 0,2) = NaN;
%! z(w == 0) = 77;
%! imp = nnreg_importance (model, Z, z, "NumRepeats", 3, "Seed", 5, "Weights", w);
%! [X, y, w] = deal (X(w > 0,:), y(w > 0), w(w > 0));
%! base = nnreg_evaluate (model, X, y, "Weights", w);
%! assert (imp.DataLoss, base.DataLoss, 1e-12);
%! assert ([imp.Error, 1], [1 - base.Accuracy, 1], 1e-12);
%! for j = [1, 2, 4]
%!   for r = 1:3
%!     Z = X;
%!     Z(:,j) = X(__nnreg_shuffle__ (rows (X), 5, (r - 1) * 4 + j),j);
%!     m = nnreg_evaluate (model, Z, y, "Weights", w);
%!     more(r,:) = [m.DataLoss - base.DataLoss, base.Accuracy - m.Accuracy];
%!   end
%!   assert ([imp.Importance(j), imp.ErrorIncrease(j)], mean (more), 1e-12);
%!   assert ([imp.Std(j), imp.ErrorStd(j)], std (more), 1e-12);
%! end
%! assert ([imp.Importance(3), imp.Std(3), imp.ErrorIncrease(3), imp.ErrorStd(3)], zeros (1, 4));
%! assert (imp.Importance(imp.Order), sort (imp.Importance, "descend"));
%! assert (imp.Importance(1) > 0.01 && imp.Importance(2) > 0.01);
%! assert ({imp.ErrorName, imp.Names}, {"1 - Accuracy", {}});
%!test
%! # the same bits again, for any number of threads; the user's rand is not touched
%! [model, X, y] = fitted ();
%! state = rand ("twister");
%! imp = nnreg_importance (model, X, y);
%! assert (rand ("twister"), state);
%! assert (nnreg_importance (model, X, y, "Threads", 1, "NumRepeats", 5, "Seed", 0), imp);
%! assert (! isequal (nnreg_importance (model, X, y, "Seed", 1), imp));
%!test
%! # the smaller model's inputs, all given or not; X of other classes
%! [model, X, y] = fitted ("FeatureNames", {"a", "b", "c", "d"});
%! small = nnreg_compact (model);
%! imp = nnreg_importance (model, X, y);
%! assert (nnreg_importance (small, X, y), imp);
%! Z = X;
%! Z(4,3) = NaN;
%! assert (nnreg_importance (small, Z, y), imp);      # reads its Inputs alone
%! live = nnreg_importance (small, X(:,small.Inputs), y);
%! assert (live.Importance, imp.Importance([1, 2, 4]));
%! assert ({imp.Names, live.Names}, {{"a", "b", "c", "d"}, {"a", "b", "d"}});
%! for other = {sparse(X), int8(X), single(X)}
%!   assert (nnreg_importance (model, other{1}, y).Importance, imp.Importance, 1e-12);
%! end
%!test
%! # columns by name: the result is in the model's order
%! [model, X, y] = fitted ("FeatureNames", {"a", "b", "c", "d"});
%! imp = nnreg_importance (model, X, y);
%! Z = [X(:,3), y, X(:,[1, 4, 2])];
%! assert (nnreg_importance (model, Z, y, "FeatureNames", {"c", "e", "a", "d", "b"}), imp);
%! small = nnreg_compact (model);
%! assert (nnreg_importance (small, Z(:,2:end), y, "FeatureNames", {"e", "a", "d", "b"}), ...
%!         nnreg_importance (small, X(:,[1, 2, 4]), y));
%!test
%! # standardised, several layers or none, single and double: as nnreg_evaluate has it
%! [~, X, y] = fitted ();
%! for sizes = {[], [5, 4]}
%!   for precision = {"single", 1e-5; "double", 1e-12}.'
%!     model = nnreg_fit (X, y, "LayerSizes", sizes{1}, "Standardize", true, "Epochs", 30, ...
%!                        "Activations", "tanh", "Solver", "adam", "BatchSize", 10, ...
%!                        "Precision", precision{1}, "LearnRate", 0.01, "Verbose", 0);
%!     imp = nnreg_importance (model, X, y, "NumRepeats", 1);
%!     base = nnreg_evaluate (model, X, y);
%!     for j = [1, 2, 4]
%!       Z = X;
%!       Z(:,j) = X(__nnreg_shuffle__ (50, 0, j),j);
%!       m = nnreg_evaluate (model, Z, y);
%!       assert (imp.Importance(j), m.DataLoss - base.DataLoss, precision{2});
%!       assert (imp.ErrorIncrease(j), base.Accuracy - m.Accuracy, 1e-12);
%!     end
%!   end
%! end
%!test
%! # a regression's error is in the units of y; nothing live, nothing important
%! [~, X] = fitted ();
%! y = 1000 * X(:,[1, 2]) * [3, 0; 1, 2];
%! model = nnreg_fit (X, y, "Task", "regression", "LayerSizes", [], "Solver", "fista", ...
%!                    "Verbose", 0);
%! imp = nnreg_importance (model, X, y, "NumRepeats", 1);
%! assert (imp.Error, 0, 1e-3);
%! Z = X(__nnreg_shuffle__ (50, 0, 1),1) - X(:,1);
%! assert (imp.ErrorIncrease(1), sqrt (mean (mean ((3000 * Z .* [1, 0]) .^ 2))), 1e-3);
%! assert ({imp.ErrorName, imp.Std}, {"RMSE", zeros(1, 4)});
%! model.Weights{1}(:) = 0;
%! assert (nnreg_importance (model, X, y).Importance, zeros (1, 4));
%!test
%! # a few wild responses do not decide what matters to a robust model
%! [~, X] = fitted ();
%! y = 1000 * X(:,1) + 100 * sin (1:50).';
%! y(7:11:40) = 1e6;
%! for loss = {"huber", "mae"}
%!   model = nnreg_fit (X, y, "Task", "regression", "Loss", loss{1}, "LayerSizes", [], ...
%!                      "Epochs", 200, "LearnRate", 0.05, "Verbose", 0);
%!   imp = nnreg_importance (model, X, y, "NumRepeats", 1);
%!   assert (imp.ErrorName, "MAE");
%!   assert (imp.Error, nnreg_evaluate (model, X, y).MAE, 1e-12 * imp.Error);
%!   Z = X;
%!   Z(:,1) = X(__nnreg_shuffle__ (50, 0, 1),1);
%!   more = nnreg_evaluate (model, Z, y).MAE - imp.Error;
%!   assert (imp.ErrorIncrease(1), more, 1e-6 * imp.Error);
%! end
%!test
%! # the table lists what is live
%! [model, X, y] = fitted ("FeatureNames", {"a", "b", "c", "d"});
%! text = evalc ("nnreg_importance (model, X, y)");
%! lines = strsplit (text, "\n");
%! assert (lines{1}, "Permutation importance, 50 samples, NumRepeats 5");
%! assert (isempty (regexp (text, '\d  c ')));
%! assert (! isempty (regexp (text, '\d  a ')));
%! assert (max (cellfun (@numel, lines)) <= 80);
%!shared model, X, y
%! [model, X, y] = fitted ();
%!error <nnreg_importance: NumRepeats must be a positive integer, got 0>
%! nnreg_importance (model, X, y, "NumRepeats", 0);
%!error <nnreg_importance: NumRepeats must be at most 100000, got 1e\+10>
%! nnreg_importance (model, X, y, "NumRepeats", 1e10);
%!error <nnreg_importance: X must have 4 columns, got 3> nnreg_importance (model, X(:,1:3), y);
%!error <nnreg_importance: X\(2,4\) is NaN>
%! nnreg_importance (model, [X(1,:); 1, 2, 3, NaN; X(3:end,:)], y);
%!error <nnreg_importance: X\(7,4\) is NaN>
%! small = nnreg_compact (model);
%! Z = X;
%! [Z(2,3), Z(7,4)] = deal (NaN);
%! nnreg_importance (small, Z, y);
%!error <nnreg_importance: MODEL has no FeatureNames to find the columns by>
%! nnreg_importance (model, X, y, "FeatureNames", {"a", "b", "c", "d"});
%!error <nnreg_importance: unknown option "Repeats"; did you mean "NumRepeats"\?>
%! nnreg_importance (model, X, y, "Repeats", 1);
%!test
%! # its picture: the bars by hand, lines of the deviation, grey marks where an input is not used
%! [model, X, y] = fitted ("FeatureNames", {"a", "b", "c", "d"});
%! imp = nnreg_importance (model, X, y);
%! file = [tempname(), ".svg"];
%! h = nnreg_plot (imp, "File", file);
%! unwind_protect
%!   bars = findall (h, "type", "patch");
%!   live = imp.Order(imp.Live(imp.Order));
%!   assert (max (get (bars, "xdata")), imp.Importance(live));
%!   assert (mean (get (bars, "ydata")), 1:3, 1e-12);
%!   assert (get (h, "yticklabel")(:).', {"a", "b", "c", "d"}(imp.Order));
%!   marks = findall (h, "type", "line", "marker", "s");
%!   assert ({get(marks, "xdata"), get(marks, "ydata")}, {0, 4});
%!   lines = findall (h, "type", "line", "color", [0, 0, 0]);
%!   at = sortrows (cell2mat (get (lines, {"xdata", "ydata"})), 3)(1:3,1:2);
%!   assert (at, (imp.Importance(live) + [-1; 1] * imp.Std(live)).', 1e-12);
%! unwind_protect_cleanup
%!   close (ancestor (h, "figure"));
%!   delete (file);
%! end_unwind_protect
%!error <^nnreg_plot: X does not hold together: Live must be true or false for each input>
%! [model, X, y] = fitted ();
%! imp = nnreg_importance (model, X, y);
%! imp.Live = 1:4;
%! nnreg_plot (imp);
