## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Searches: what is tried, how it is measured, and that what comes out does not depend on
## how it is done.

%!shared X, y, args, grid, strip, plain
%! [X, y] = nnreg_digits ();
%! X = X(1:400,:) / 16;
%! y = y(1:400);
%! args = {"LayerSizes", 12, "Epochs", 6, "BatchSize", 16, "Verbose", 0, "Refit", false};
%! grid = {"Lambda", [1e-3 1e-2 1e-4], "Penalty", {"l1", "l2"}};
%! strip = @(r) rmfield (r.Results, "Seconds");
%! plain = nnreg_gridsearch (X, y, grid, args{:});

%!function r = in_study (varargin)
%!  folder = tempname ();
%!  unwind_protect
%!    r = nnreg_gridsearch (varargin{:}, "StudyDir", folder);
%!    again = nnreg_gridsearch (varargin{:}, "StudyDir", folder);
%!    assert (isequaln (again.Results, r.Results));   # Seconds too: nothing was trained
%!  unwind_protect_cleanup
%!    confirm_recursive_rmdir (false, "local");
%!    rmdir (folder, "s");
%!  end_unwind_protect
%!endfunction
%!function [Xr, Yr] = responses ()
%!  k = (1:90).';
%!  Xr = [sin(k), cos(2 * k), sin(3 * k) .^ 2];
%!  Yr = [100 + 3 * Xr(:,1) - Xr(:,3), 5 * Xr(:,2) .* Xr(:,1)];
%!endfunction

%!function names = files_there (folder)
%!  names = reshape (readdir (folder), 1, []);
%!  names = names(! ismember (names, {".", ".."}));
%!endfunction
%!function models = fit_chain (X, y, args)
%!  model = [];
%!  for lambda = [1e-2 1e-3 1e-4]
%!    model = nnreg_fit (X, y, "Lambda", lambda, "Penalty", "l2", args{:}, "InitialModel", model);
%!    models{find ([1e-2 1e-3 1e-4] == lambda)} = model;
%!  endfor
%!endfunction
%!function refuse (folder, text, varargin)
%!  try
%!    nnreg_gridsearch (varargin{:}, "StudyDir", folder);
%!  catch err
%!    assert (err.identifier, "nnreg:badArgument");
%!    assert (! isempty (regexp (err.message, text)), err.message);
%!    return
%!  end
%!  error ("not refused: %s", text);
%!endfunction
## The results without times.
%!function results = timeless (r)
%!  results = rmfield (r.Results, "Seconds");
%!  for k = 1:numel (results) * isfield (results, "Curves")
%!    results(k).Curves = cellfun (@(c) rmfield (c, "Seconds"), results(k).Curves, ...
%!                                 "UniformOutput", false);
%!  end
%!endfunction
## How many trainings a search does of which a study has these lines and the text TAIL; its result
## must be WHOLE.
%!function count = taken_up (search, folder, lines, tail, whole)
%!  kept = fullfile (folder, "results");
%!  confirm_recursive_rmdir (false, "local");
%!  rmdir (kept, "s");
%!  mkdir (kept);
%!  fid = fopen (fullfile (kept, "kept.txt"), "w");
%!  fputs (fid, [sprintf("%s\n", lines{:}), tail]);
%!  fclose (fid);
%!  r = nnreg_gridsearch (search{:}, "StudyDir", folder);
%!  assert (isequal (timeless (r), timeless (whole)));
%!  assert (r.Model.Weights, whole.Model.Weights);
%!  texts = cellfun (@(name) fileread (fullfile (kept, name)), ...
%!                   setdiff (files_there (kept), "kept.txt"), "UniformOutput", false);
%!  count = nnz ([texts{:}] == "\n");
%!endfunction
## ------------------------------------------------------------- What is tried

%!test # a list of whole settings, in both forms
%! list = {struct("Lambda", 1e-2, "Penalty", "l1"), struct("LayerSizes", [8 4], "Penalty", "none")};
%! r = nnreg_gridsearch (X, y, list, args{:});
%! assert (numel (r.Results), 2);
%! assert (r.Results(1).FoldScores, plain.Results(3).FoldScores);
%! one = nnreg_gridsearch (X, y, {"LayerSizes", {[8 4]}}, args{3:end}, "Penalty", "none");
%! assert (r.Results(2).FoldScores, one.Results.FoldScores);
%! s = struct ("Lambda", {1e-2, 1e-4}, "Penalty", {"l1", "l2"});
%! r = nnreg_gridsearch (X, y, s, args{:});
%! assert (r.Results(2).FoldScores, plain.Results(6).FoldScores);

%!test # drawn candidates: ranges and lists, the same for a seed, in their bounds
%! g = {"Lambda", struct("Range", [1e-5 1e-1], "Scale", "log"), "Penalty", {"l1", "l2"}, ...
%!      "BatchSize", struct("Range", [8 64])};
%! r = nnreg_gridsearch (X, y, g, args{1:4}, "Verbose", 0, "Refit", false, "NumSamples", 10);
%! p = [r.Results.Params];
%! assert (numel (p), 10);
%! assert (all ([p.Lambda] >= 1e-5 & [p.Lambda] <= 1e-1));
%! assert (sum (log10 ([p.Lambda]) < -3), 5);
%! assert ([p.BatchSize], round ([p.BatchSize]));
%! assert (sum (strcmp ({p.Penalty}, "l1")), 5);

%!test # repeats deal out new folds, the first ones as without
%! r = nnreg_gridsearch (X, y, grid, args{:}, "Repeats", 2);
%! assert (columns (r.Folds), 2);
%! assert (r.Folds(:,1), plain.Folds);
%! assert (! isequal (r.Folds(:,2), plain.Folds));
%! counts = accumarray ([y + 1, r.Folds(:,2)], 1);
%! assert (max (counts, [], 2) - min (counts, [], 2) <= 1);
%! assert (r.Results(2).FoldScores(1:3), plain.Results(2).FoldScores);
%! own = nnreg_gridsearch (X, y, grid, args{:}, "CV", r.Folds);
%! assert (isequal (strip (own), strip (r)));

%!test # any option of a training is an axis, functions too
%! r = nnreg_gridsearch (X, y, {"LearnRate", {1e-3, @(e) 2e-3 / e}, "Activations", {"tanh", "relu"}, ...
%!                              "BatchSize", [8 32]}, args{1:4}, "Verbose", 0, "Refit", false);
%! assert (numel (r.Results), 8);
%! out = r.Folds == 1;
%! m = nnreg_fit (X(! out,:), y(! out), "LearnRate", @(e) 2e-3 / e, "Activations", "relu", ...
%!                "BatchSize", 32, args{1:4}, "Verbose", 0);
%! assert (r.Results(8).FoldScores(1), mean (nnreg_predict (m, X(out,:)) == y(out)), eps);

%!test # a grid over an option of Adam compares trainings by Adam, with the default rate too
%! r = nnreg_gridsearch (X, y, {"LearnRate", [1e-3 1e-2]}, "LayerSizes", [], "Epochs", 3, "Verbose", 0);
%! out = r.Folds == 1;
%! m = nnreg_fit (X(! out,:), y(! out), "LayerSizes", [], "Epochs", 3, "Solver", "adam", "Verbose", 0);
%! assert (r.Results(1).FoldScores(1), mean (nnreg_predict (m, X(out,:)) == y(out)), eps);
%! assert (r.Model.Settings.Solver, "adam");

## ------------------------------------------------------------ What is measured

%!test # a model that always says "no" is not the best: its undefined precision counts as 0
%! k = (1:140).';
%! waves = [sin(k), cos(3 * k)];
%! rare = 1 + (sin (7.3 * k .^ 2) + 0.8 * waves(:,1) > 0.75);
%! found = nnreg_gridsearch (waves, rare, {"Lambda", [1, 1e-3]}, "Penalty", "l1", ...
%!                           "LayerSizes", [], "Score", "MacroPrecision", "Refit", false, ...
%!                           "Verbose", 0);
%! share = arrayfun (@(f) mean (rare(found.Folds == f) == 1), 1:3);
%! assert (found.Results(1).FoldScores, share / 2, 1e-12);
%! assert (found.BestIndex, 2);

%!test # scores by name are those of nnreg_metrics, for a model trained on the other folds
%! names = {"MacroF1", "Accuracy", "LogLoss", "MacroAUC", "WeightedRecall"};
%! w = 1 + mod ((1:400).', 3);
%! r = nnreg_gridsearch (X, y, grid, args{:}, "Score", names, "Weights", w);
%! assert (r.ScoreName, "MacroF1");
%! out = r.Folds == 3;
%! m = nnreg_fit (X(! out,:), y(! out), "Lambda", 1e-2, "Penalty", "l2", args{1:end-2}, ...
%!                "Weights", w(! out));
%! [yhat, scores] = nnreg_predict (m, X(out,:));
%! expected = nnreg_metrics (y(out), yhat, scores, "Weights", w(out));
%! for name = names
%!   assert (r.Results(4).Scores.(name{1})(3), expected.(name{1}), 1e-6);
%! endfor
%! assert (r.Results(4).FoldScores, r.Results(4).Scores.MacroF1);

%!test # of regressions, in the user's units; the lower RMSE and the higher R2 is the better
%! [Xr, Yr] = responses ();
%! a = {"Task", "regression", "LayerSizes", 8, "Epochs", 30, "BatchSize", 8, "Verbose", 0};
%! g = {"Penalty", "l2", "Lambda", [1e-4 1]};
%! r = nnreg_gridsearch (Xr, Yr, g, a{:}, "Score", {"MeanR2", "MeanMAE", "RMSE", "MSE"});
%! out = r.Folds == 2;
%! m = nnreg_fit (Xr(! out,:), Yr(! out,:), "Penalty", "l2", "Lambda", 1e-4, a{:}, "StandardizeY", true);
%! assert (r.BestIndex, 1);
%! by_rmse = nnreg_gridsearch (Xr, Yr, g, a{:}, "Refit", false);
%! assert (by_rmse.BestIndex, 1);
%! assert (by_rmse.Results(1).FoldScores, r.Results(1).Scores.RMSE);
%! assert (r.Results(1).Scores.MSE, r.Results(1).Scores.RMSE .^ 2, 1e-12);
%! assert (r.Results(1).Mean > r.Results(2).Mean);
%! assert (r.LargerIsBetter, [true, false, false, false]);
%! assert (by_rmse.LargerIsBetter, false);

%!function score = inverse_MSE (y, yhat)
%!  score = 1 ./ mean ((y(:) - yhat(:)) .^ 2);
%!endfunction
%!test # a function's score is better when it is larger, whatever its name says
%! [Xr, Yr] = responses ();
%! r = nnreg_gridsearch (Xr, Yr, {"Epochs", [1, 30]}, "Task", "regression", "LayerSizes", 8, ...
%!                       "BatchSize", 8, "Verbose", 0, "Refit", false, "Score", @inverse_MSE);
%! assert ({r.ScoreName, r.LargerIsBetter, r.BestIndex}, {"inverse_MSE", true, 2});
%! assert (r.Table.Rank, [2; 1]);
%! assert (r.Comparison.Wins(1) > 0.5);

%!test # a function of the user's: what it gets, and that the higher is the better
%! seen = @(y, yhat, scores, w) columns (scores) + 100 * (rows (y) == rows (yhat)) + 1000 * isempty (w);
%! r = nnreg_gridsearch (X, y, grid, args{:}, "Score", {@(y, yhat) -mean(y != yhat), seen});
%! assert (r.BestIndex, plain.BestIndex);
%! assert (r.BestScore, plain.BestScore - 1, 1e-12);
%! assert (r.Results(1).Scores.Score2, [1110 1110 1110]);
%! assert (r.LargerIsBetter, [true, true]);
%! labels = cellfun (@(k) sprintf ("class %d", k), num2cell (y), "UniformOutput", false);
%! r = nnreg_gridsearch (X, labels, {"Lambda", 1e-3}, "Penalty", "l1", args{:}, ...
%!                       "Score", @(y, yhat) mean (strcmp (y, yhat)));
%! assert (r.Results.FoldScores, plain.Results(1).FoldScores, eps);

%!test # the one-standard-error rule
%! r = nnreg_gridsearch (X, y, grid, args{:}, "Select", "1se");
%! assert (r.BestIndex, plain.OneSEIndex);
%! assert (r.BestParams, plain.Results(plain.OneSEIndex).Params);

%!test # training curves are the history of nnreg_fit
%! r = nnreg_gridsearch (X, y, grid, args{:}, "Curves", true);
%! assert (isequal (rmfield (strip (r), "Curves"), strip (plain)));
%! out = r.Folds == 2;
%! m = nnreg_fit (X(! out,:), y(! out), "Lambda", 1e-2, "Penalty", "l1", args{1:end-2}, ...
%!                "ValidationData", {X(out,:), y(out)});
%! got = r.Results(3).Curves{2};
%! assert (rmfield (got, "Seconds"), rmfield (m.History, "Seconds"));

%!test # paired differences, the best against each
%! c = plain.Comparison;
%! d = plain.Results(plain.BestIndex).FoldScores - plain.Results(3).FoldScores;
%! assert (c.Difference(3), mean (d), 1e-15);
%! assert (c.StdError(3), std (d) * sqrt (1/3 + 1/2), 1e-15);
%! assert (c.High(3) - c.Low(3), 2 * 4.302652729749464 * c.StdError(3), 1e-9);
%! assert (c.Difference(plain.BestIndex), 0);

%!test # the table, and as CSV
%! t = plain.Table;
%! assert (t.Lambda, [1e-3; 1e-3; 1e-2; 1e-2; 1e-4; 1e-4]);
%! assert (t.Penalty, {"l1"; "l2"; "l1"; "l2"; "l1"; "l2"});
%! assert (t.Mean, [plain.Results.Mean].');
%! assert (find (t.Rank == 1), plain.BestIndex);
%! assert (sort (t.Rank), (1:6).');
%! file = tempname ();
%! unwind_protect
%!   r = nnreg_gridsearch (X, y, grid, args{:}, "CSV", file);
%!   lines = strsplit (strtrim (fileread (file)), "\r\n");
%!   assert (numel (lines), 7);
%!   assert (lines{1}, "Lambda,Penalty,Mean,Std,Rank,Zeros,Seconds,Fold1,Fold2,Fold3");
%!   cells = strsplit (lines{4}, ",");
%!   assert (cells{2}, "l1");
%!   assert (str2double (cells(8:10)), r.Results(3).FoldScores);
%!   nnreg_gridsearch ("csv", r, file);
%!   assert (strtrim (fileread (file)), strjoin (lines, "\r\n"));
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%! assert (! isempty (strfind (evalc ('nnreg_gridsearch ("table", plain)'), "best")));

%!test # quotes in CSV
%! file = tempname ();
%! unwind_protect
%!   f = @(e) max ([1e-3, 1e-4]) * strcmp ("a", "a");
%!   nnreg_gridsearch (X, y, {"LearnRate", {f}}, args{:}, "CSV", file);
%!   text = fileread (file);
%!   assert (! isempty (strfind (text, [',"', strrep(func2str (f), '"', '""'), '",'])) ...
%!           || ! isempty (strfind (text, ["\n\"", strrep(func2str (f), '"', '""'), '",'])), text);
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect

## ------------------------------------------------------------ How it is done

%!test # candidates that go on in halving score as without it
%! r = nnreg_gridsearch (X, y, grid, args{:}, "Halving", true);
%! assert (sort ([r.Results.Epochs]), [2 2 2 2 6 6]);
%! last = find ([r.Results.Epochs] == 6);
%! assert (any (last == r.BestIndex));
%! for k = last
%!   assert (r.Results(k).FoldScores, plain.Results(k).FoldScores);
%! endfor
%! early = nnreg_gridsearch (X, y, grid, args{1:2}, "BatchSize", 16, "Epochs", 2, "Verbose", 0, "Refit", false);
%! for k = setdiff (1:6, last)
%!   assert (r.Results(k).FoldScores, early.Results(k).FoldScores);
%! endfor
%! [~, order] = sort ([early.Results.Mean], "descend");
%! assert (sort (order(1:2)), last);
%! assert (isequal (strip (in_study (X, y, grid, args{:}, "Halving", true)), strip (r)));
%! two = nnreg_gridsearch (X, y, grid, args{:}, "Halving", 2);
%! assert (sort ([two.Results.Epochs]), [2 2 2 3 6 6]);

%!test # halving goes on with rates and lambdas that change, and with curves
%! g = {"LearnRate", {@(e) 2e-3 / e, 1e-3}, "Lambda", {@(e) 1e-3 * e, 1e-3}};
%! a = [args, {"Penalty", "l1", "Curves", true}];
%! whole = nnreg_gridsearch (X, y, g, a{:});
%! half = nnreg_gridsearch (X, y, g, a{:}, "Halving", 2);
%! k = half.BestIndex;
%! assert (half.Results(k).FoldScores, whole.Results(k).FoldScores);
%! assert (half.Results(k).Curves{2}.ValLoss, whole.Results(k).Curves{2}.ValLoss);
%! assert (numel (half.Results(k).Curves{2}.Epoch), 6);
%! for r = half.Results         # a lambda that changes is in its curves
%!   curve = r.Curves{2};
%!   changes = is_function_handle (r.Params.Lambda);
%!   assert (isfield (curve, "Lambda"), changes);
%!   assert (! changes || isequal (curve.Lambda, 1e-3 * curve.Epoch));
%! end

%!test # halving of linear models: those that converge early stay as they are
%! g = {"Lambda", [1 1e-1 1e-2 1e-3]};
%! a = {"LayerSizes", [], "Penalty", "l2", "Epochs", 200, "Verbose", 0, "Refit", false, "CV", 2};
%! whole = nnreg_gridsearch (X, y, g, a{:});
%! half = nnreg_gridsearch (X, y, g, a{:}, "Halving", 2);
%! k = half.BestIndex;
%! assert (half.Results(k).FoldScores, whole.Results(k).FoldScores);

%!test # an exact candidate has no epochs in halving, and is complete whatever the others
%! g = {"LayerSizes", {[], 5}, "Lambda", [1e-3, 1e-2]};
%! a = {"Penalty", "l1", "Verbose", 0, "Refit", false, "CV", 2};
%! half = nnreg_gridsearch (X, y, g, a{:}, "Halving", 2);
%! exact = cellfun (@(p) isempty (p.LayerSizes), {half.Results.Params});
%! assert (isnan ([half.Results.Epochs]), exact);
%! whole = nnreg_gridsearch (X, y, g, a{:});
%! assert ({half.Results(exact).FoldScores}, {whole.Results(exact).FoldScores});
%! full = exact | [half.Results.Epochs] == max ([half.Results.Epochs]);
%! [~, order] = sort (half.Table.Rank);
%! assert (issorted (-[half.Results(order(full(order))).Mean]));
%! assert (! isempty (regexp (evalc ("disp (half)"), 'epochs\n.* -(  best|\n)', "once")));

%!test # warm starts: from the next larger lambda's weights, in each fold and for the model
%! r = nnreg_gridsearch (X, y, grid, args{1:end-2}, "WarmStart", true);
%! out = r.Folds == 1;
%! chain = @(rows) fit_chain (X(rows,:), y(rows), args(1:end-2));
%! models = chain (! out);
%! for k = 1:3
%!   score = mean (nnreg_predict (models{k}, X(out,:)) == y(out));
%!   assert (r.Results([4, 2, 6](k)).FoldScores(1), score, eps);
%! endfor
%! at = find ([4, 2, 6] == r.BestIndex);
%! if (! isempty (at))
%!   assert (r.Model.Weights, chain (true (400, 1)){at}.Weights);
%! endif
%! assert (r.Results(4).FoldScores, plain.Results(4).FoldScores);
%! assert (isequal (strip (in_study (X, y, grid, args{:}, "WarmStart", true)), strip (r)));

%!test # one thread, three threads, a study, processes: the same bits
%! for options = {{"Threads", 1}, {"Threads", 3}}
%!   r = nnreg_gridsearch (X, y, grid, args{:}, options{1}{:});
%!   assert (isequal (strip (r), strip (plain)));
%! endfor
%! assert (isequal (strip (in_study (X, y, grid, args{:})), strip (plain)));
%! r = in_study (X, y, grid, args{:}, "Executor", "processes", "Shards", 2);
%! assert (isequal (strip (r), strip (plain)));
%! w = nnreg_gridsearch (X, y, grid, args{:}, "WarmStart", true);
%! r = in_study (X, y, grid, args{:}, "Executor", "processes", "Shards", 3, "WarmStart", true);
%! assert (isequal (strip (r), strip (w)));

%!test # all types of labels, data and settings survive the way to another process
%! labels = cellfun (@(k) sprintf ("class %d", k), num2cell (y), "UniformOutput", false);
%! g = {"Lambda", {1e-3, @(e) 1e-3 / e}};
%! a = {"LayerSizes", 8, "Penalty", "l1", "Epochs", 3, "Verbose", 0, "Score", {"LogLoss", @(y, yh) mean(strcmp (y, yh))}};
%! here = nnreg_gridsearch (sparse (X), labels, g, a{:});
%! there = in_study (sparse (X), labels, g, a{:}, "Executor", "processes", "Shards", 2);
%! assert (isequal (strip (there), strip (here)));
%! assert (there.Model.Weights, here.Model.Weights);
%! assert (there.Model.ClassNames, here.Model.ClassNames);

%!test # status, collect and work
%! folder = tempname ();
%! unwind_protect
%!   r = nnreg_gridsearch (X, y, grid, args{:}, "StudyDir", folder, "Executor", "processes", "Shards", 2);
%!   s = nnreg_gridsearch ("status", folder);
%!   assert ([s.Candidates, s.Folds, s.Jobs, s.Done, s.Complete], [6, 3, 18, 18, 1]);
%!   c = nnreg_gridsearch ("collect", folder, "Refit", false);
%!   assert (isequal (c.Results, r.Results));
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (fullfile (folder, "results"), "s");
%!   mkdir (fullfile (folder, "results"));
%!   assert (nnreg_gridsearch ("status", folder).Done, 0);
%!   fail ('nnreg_gridsearch ("collect", folder)', "0 of 18 trainings done");
%!   mkdir (fullfile (folder, "cancelled"));
%!   fail ('nnreg_gridsearch ("cancel", folder)', '^nnreg_gridsearch: "/.*/cancelled" cannot be opened: Is a directory$');
%!   rmdir (fullfile (folder, "cancelled"));
%!   if (exist ("/dev/full"))             # as if the disk were full
%!     symlink ("/dev/full", fullfile (folder, "cancelled"));
%!     s = nnreg_gridsearch ("cancel", folder);
%!     assert (s.Cancelled);
%!     unlink (fullfile (folder, "cancelled"));
%!   end
%!   printed = evalc ('nnreg_gridsearch ("cancel", folder)');
%!   assert (printed, sprintf ("%s\n", folder, ...
%!                             "  cancelled: 0 of 18 trainings done, which are kept", ...
%!                             "  processes that are at work on it end after their training at hand", ...
%!                             "  to go on, call the same search with the same StudyDir again"));
%!   assert (nnreg_gridsearch ("status", folder).Cancelled);
%!   fail ('nnreg_gridsearch ("work", folder)', "was cancelled; what is finished is kept");
%!   unlink (fullfile (folder, "cancelled"));
%!   nnreg_gridsearch ("work", folder);
%!   assert (isequal (strip (nnreg_gridsearch ("collect", folder, "Refit", false)), strip (r)));
%!   printed = evalc ('s = nnreg_gridsearch ("cancel", folder);');
%!   assert (printed, "");
%!   assert ([s.Complete, s.Cancelled, s.Done, numel(s.CancelledJobs)], [1, 0, 18, 0]);
%!   printed = evalc ('nnreg_gridsearch ("cancel", folder)');
%!   assert (printed, sprintf ("%s\n  nothing to cancel: it is complete, 18 trainings done\n", folder));
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect

%!test # taken up near its end: what is missing is trained, and no more, to the same bits
%! folder = tempname ();
%! few = {X(1:150,:), y(1:150), grid, "LayerSizes", 4, "Epochs", 4, "Verbose", 0, "CV", 2};
%! for how = {{}, {"Curves", true}, {"Halving", 2}, {"WarmStart", true}}
%!   search = [few, how{1}];
%!   chained = any (strcmp (how{1}, "WarmStart"));
%!   unwind_protect
%!     whole = nnreg_gridsearch (search{:}, "StudyDir", folder);
%!     file = files_there (fullfile (folder, "results")){1};
%!     lines = strsplit (fileread (fullfile (folder, "results", file)), "\n")(1:end-1);
%!     count = @(tail) taken_up (search, folder, lines(1:end-1), tail, whole);
%!     last = lines{end};
%!     assert (count ([last, "\n"]), 0);      # all but the refit
%!     missing = 1 + 2 * chained;             # the others of a chain are done for their states
%!     assert (count (last), missing);
%!     assert (count (last(1:end-9)), missing);
%!     if (isempty (how{1}))
%!       damaged = [last(1:end-1), "01"(1 + (last(end) == "0"))];
%!       for tail = {"", last(1:9), [damaged, "\n"], strrep([last, "\n"], " ", "  ")}
%!         assert (count (tail{1}), 1);
%!       end
%!       assert (count ([last, "\n\n", last(1:20)]), 0);
%!     end
%!   unwind_protect_cleanup
%!     confirm_recursive_rmdir (false, "local");
%!     rmdir (folder, "s");
%!   end_unwind_protect
%! end

%!test # a StudyDir's name may have any letters; beside it are folders that fit it as a pattern
%! place = tempname ();
%! home = getenv ("HOME");
%! few = {"Epochs", 2, "LayerSizes", 4, "Verbose", 0, "Refit", false, "CV", 2};
%! here = nnreg_gridsearch (X, y, {"Lambda", [1e-3 1e-2]}, "Penalty", "l1", few{:});
%! unwind_protect
%!   mkdir (place);
%!   other = nnreg_gridsearch (X, y, {"Lambda", [1e-3 1e-2]}, "Penalty", "l2", few{:}, ...
%!                             "StudyDir", fullfile (place, "a1"));
%!   setenv ("HOME", place);
%!   names = {"a[1]", "a*", "a?", "~", "~a b", "größe  ß", "it's \"$HOME\"", "50%A \\1", "{a1,b}"};
%!   for name = [fullfile(place, names), {"~/home"}]
%!     study = {"StudyDir", name{1}, "Executor"};
%!     r = nnreg_gridsearch (X, y, {"Lambda", [1e-3 1e-2]}, "Penalty", "l1", few{:}, study{:}, ...
%!                           "processes", "Shards", 2);
%!     assert (isequal (strip (r), strip (here)), name{1});
%!     again = nnreg_gridsearch (X, y, {"Lambda", [1e-3 1e-2]}, "Penalty", "l1", few{:}, ...
%!                               study{:}, "threads");
%!     assert (isequal (again.Results, r.Results), name{1});
%!     assert (nnreg_gridsearch ("status", name{1}).Done == 4, name{1});
%!     c = nnreg_gridsearch ("collect", name{1}, "Refit", false);
%!     assert (isequal (c.Results, r.Results), name{1});
%!   endfor
%!   assert (isfolder (fullfile (place, "home")));
%!   assert (sort (files_there (place)), sort ([{"a1", "home"}, names]));
%! unwind_protect_cleanup
%!   setenv ("HOME", home);
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (place, "s");
%! end_unwind_protect

%!test # a folder of another search is refused, and it says what differs
%! folder = tempname ();
%! unwind_protect
%!   nnreg_gridsearch (X, y, grid, args{:}, "StudyDir", folder);
%!   other = {X(1:399,:), y(1:399), "X is 400x64 double .*there, 399x64 double .*here; y is"; ...
%!            X + eps * (X == 1), y, "X has other values; give another folder"; ...
%!            single(X), y, "X is 400x64 double .*there, 400x64 single here"; ...
%!            X, circshift(y, 1), "y has other values"};
%!   for k = 1:rows (other)
%!     refuse (folder, other{k,3}, other{k,1:2}, grid, args{:});
%!   endfor
%!   refuse (folder, "belongs to another search: Epochs is 6 there, 7 here; give another folder", ...
%!           X, y, grid, "LayerSizes", 12, "Epochs", 7, "BatchSize", 16, "Verbose", 0, "Refit", false);
%!   refuse (folder, "Seed is 0 there, 3 here; the folds differ", X, y, grid, args{:}, "Seed", 3);
%!   refuse (folder, "candidate 3 of the grid is Lambda 0.01, Penalty .l1. there, Lambda 0.02", ...
%!           X, y, {"Lambda", [1e-3 2e-2 1e-4], "Penalty", {"l1", "l2"}}, args{:});
%!   refuse (folder, "the grid has 6 candidates there, 4 here", ...
%!           X, y, {"Lambda", [1e-3 2e-2], "Penalty", {"l1", "l2"}}, args{:});
%!   refuse (folder, "the folds differ", X, y, grid, args{:}, "CV", 4);
%!   refuse (folder, "Scores is Accuracy there, LogLoss here", X, y, grid, args{:}, "Score", "LogLoss");
%!   refuse (folder, "Halving is 0 there, 3 here", X, y, grid, args{:}, "Halving", true);
%!   r = nnreg_gridsearch (X, y, grid, args{:}, "StudyDir", folder, "Threads", 1, "Select", "1se");
%!   assert (isequal (strip (r), strip (plain)));
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect

## linear models that did not converge are counted
%!warning <nnreg_gridsearch: 1 of the 2 candidates did not reach their Tolerance, the first is number 1>
%! r = nnreg_gridsearch (X, y, {"Lambda", [1e-6 1e-1]}, "LayerSizes", [], "Penalty", "l2", ...
%!                       "Epochs", 2, "Verbose", 0, "Refit", false);

## ------------------------------------------------------------------- Errors

%!error <nnreg_gridsearch: Lambda in the grid has no values> nnreg_gridsearch (X, y, {"Lambda", []})
%!error <nnreg_gridsearch: Lambda is 0.001 without a Penalty; give one>
%! nnreg_gridsearch (X, y, {"Lambda", [1e-3 1e-2]}, "Alpha", 0.5)
%!error <nnreg_gridsearch: Epochs is in the grid and among the options as well; give it in one place>
%! nnreg_gridsearch (X, y, {"Epochs", [1 2]}, "LayerSizes", 4, "epochs", 3)
%!error <nnreg_gridsearch: Lambda is in the grid and among the options as well>
%! nnreg_gridsearch (X, y, {struct("lambda", 1), struct("Lambda", 2)}, "Penalty", "l1", "Lambda", 3)
%!error <nnreg_gridsearch: the grid must be a cell> nnreg_gridsearch (X, y, {1})
%!error <nnreg_gridsearch: NumSamples draws from a grid, which is empty here>
%! nnreg_gridsearch (X, y, {}, "NumSamples", 3)
%!error <nnreg_gridsearch: the grid is empty> nnreg_gridsearch (X, y, struct ("Lambda", {}))
%!error <each of the settings in the list must be a struct of options, number 1 is a 1x2 struct>
%! nnreg_gridsearch (X, y, {struct("Lambda", {1, 2})})
%!error <nnreg_gridsearch: unknown option "Lamda" in the grid; did you mean "Lambda"\?>
%! nnreg_gridsearch (X, y, {struct("Lamda", 1)})
%!error <Lambda in the grid is a range; to draw from it give "NumSamples">
%! nnreg_gridsearch (X, y, {"Lambda", struct("Range", [1 2])}, "Penalty", "l1")
%!error <Lambda in the grid: Range must be two numbers, the smaller first, got \[2 1\]>
%! nnreg_gridsearch (X, y, {"Lambda", struct("Range", [2 1])}, "Penalty", "l1", "NumSamples", 3)
%!error <a Range with the Scale "log" must be above 0, got \[0 1\]>
%! nnreg_gridsearch (X, y, {"Lambda", struct("Range", [0 1], "Scale", "log")}, "NumSamples", 3)
%!error <Lambda in the grid: unknown option "Rnage"; did you mean "Range"\?>
%! nnreg_gridsearch (X, y, {"Lambda", struct("Rnage", [0 1])}, "NumSamples", 3)
%!error <nnreg_gridsearch: class 0 has 41 samples, fewer than the 60 folds; give a smaller CV>
%! nnreg_gridsearch (X, y, {"Epochs", 1}, "CV", 60)
%!error <nnreg_gridsearch: CV must be from 2 to the 400 samples, a share to hold out between 0 .* got 0>
%! nnreg_gridsearch (X, y, {"Epochs", 1}, "CV", 0)
%!error <nnreg_gridsearch: class 3 has only one sample, and without it no training knows>
%! nnreg_gridsearch ((1:5).', [1; 1; 2; 2; 3], {"Epochs", 1}, "CV", 5)
%!error <nnreg_gridsearch: class 3 has 1 sample, fewer than the 2 folds>
%! nnreg_gridsearch ([1; 2; 3; 4; 5], [1; 1; 2; 2; 3], {"Epochs", 1}, "CV", 2)
%!error <nnreg_gridsearch: Score must be .*got "Acuracy"; did you mean "Accuracy"\?>
%! nnreg_gridsearch (X, y, {"Epochs", 1}, "Score", "Acuracy")
%!error <nnreg_gridsearch: the Score Accuracy is there twice>
%! nnreg_gridsearch (X, y, {"Epochs", 1}, "Score", {"Accuracy", "auto"})
%!error <nnreg_gridsearch: the Score @\(y, yhat\) \(?\[1, 2\]\)? must return a number, got \[1 2\]>
%! nnreg_gridsearch (X, y, {"Epochs", 1}, "Score", @(y, yhat) [1, 2], "Verbose", 0)
%!error <nnreg_gridsearch: the Score @\(y, yhat\) error \("my mistake"\) failed: my mistake>
%! nnreg_gridsearch (X, y, {"Epochs", 1}, "Score", @(y, yhat) error ("my mistake"), "Verbose", 0)
%!error <nnreg_gridsearch: there is no function nosuchscore, which Score names>
%! nnreg_gridsearch (X, y, {"Epochs", 1}, "Score", @nosuchscore, "Verbose", 0)
%!error <Halving must be true, false or a factor above 1, got 0.5>
%! nnreg_gridsearch (X, y, {"Epochs", 1}, "Halving", 0.5)
%!error <give Halving or WarmStart, not both>
%! nnreg_gridsearch (X, y, grid, "Halving", true, "WarmStart", true)
%!error <Executor "slurm" needs a StudyDir> nnreg_gridsearch (X, y, grid, "Executor", "slurm")
%!function s = share_right (y, yhat)
%!  s = mean (y == yhat);
%!endfunction
%!error <the Score share_right is defined at the prompt or in a script, .* Executor "processes" do not know>
%! nnreg_gridsearch (X, y, grid, args{:}, "Score", {"Accuracy", @share_right}, "Executor", "processes", ...
%!                   "StudyDir", "/no/folder")
%!error <Executor must be "threads", "processes" or "slurm", got "process"; did you mean "processes">
%! nnreg_gridsearch (X, y, grid, "Executor", "process")
%!error <nnreg_gridsearch: the folder ".*none" cannot be made: >
%! nnreg_gridsearch (X, y, grid, args{:}, "StudyDir", "/dev/null/none")
%!error id=nnreg:badFile nnreg_gridsearch (X, y, grid, args{:}, "StudyDir", "/dev/null/none")
%!error <nnreg_gridsearch: the command must be "status", .*got "statsu"; did you mean "status"\?>
%! nnreg_gridsearch ("statsu", "dir")
%!error <nnreg_gridsearch: "nowhere" is no StudyDir: it has no study.bin>
%! nnreg_gridsearch ("status", "nowhere")
%!error <nnreg_gridsearch: expected the result of a search, got 5> nnreg_gridsearch ("table", 5)
%!error <with folds of your own give CV a column for each repeat>
%! nnreg_gridsearch (X, y, grid, "CV", 1 + mod ((1:400).', 3), "Repeats", 2)
%!test # a full disk is told, and nothing is lost of what was trained
%! [~, missing] = stat ("/dev/full");
%! if (! missing)
%!   fail (['r = nnreg_gridsearch (X, y, {"Epochs", 1}, args{1:2}, "Verbose", 0, ', ...
%!          '"CSV", "/dev/full");'], "warning", ...
%!         'CSV file "/dev/full" cannot be written: No space left');
%!   assert (numel (r.Results), 1);
%!   fail ('nnreg_gridsearch ("csv", r, "/dev/full")', "cannot be written: No space left");
%! end
%!error <nnreg_gridsearch: the CSV file "/dev/null/x" cannot be written: >
%! nnreg_gridsearch (X, y, {"Epochs", 1}, args{1:2}, "Verbose", 0, "CSV", "/dev/null/x")
%!error <nnreg_gridsearch: the CSV file "/no/x.csv" cannot be written: there is no folder "/no">
%! nnreg_gridsearch (X, y, {"Epochs", 1}, "CSV", "/no/x.csv", "OutputFcn", @() error ("trains"))
%!error <nnreg_gridsearch: NumSamples must be at most 1e\+06, got 1e\+12>
%! nnreg_gridsearch (X, y, {"Epochs", [1, 2]}, "NumSamples", 1e12)
%!error <nnreg_gridsearch: the grid has 1e\+09 candidates, more than the 1e\+06 .* with "NumSamples">
%! nnreg_gridsearch (X, y, {"LearnRate", 1:1e3, "Beta1", (1:1e3) / 2e3, "Epochs", 1:1e3})
%!error <nnreg_gridsearch: the Score Score1 is not a number in some fold of every candidate>
%! nnreg_gridsearch (X, y, {"Epochs", 1}, args{1:2}, "Verbose", 0, "Score", @(y, yhat) NaN)
%!error <nnreg_gridsearch: the Score MacroAUC is undefined for a single row, and fold 1 of CV has>
%! nnreg_gridsearch (X, y, {"Epochs", 1}, args{1:2}, "Verbose", 0, "Score", "MacroAUC", ...
%!                   "CV", 1 + (1:rows (X) > 1)')

## -------------------------------------------------------------- Leave one out --

%!function refused = no_score (X, y, varargin)
%!  refused = "";
%!  try
%!    nnreg_gridsearch (X, y, {"Lambda", [0.1, 1]}, "LayerSizes", [], "Penalty", "l2", ...
%!                      "Verbose", 0, varargin{:});
%!  catch err
%!    refused = err.message;
%!  end
%!endfunction

%!test # of responses: the mean of the errors that the rows have without themselves
%! X = oracle_data (12, 3, 1);
%! y = X * [1; -2; 3] + 0.1 * oracle_data (12, 1, 2);
%! args = {"Task", "regression", "LayerSizes", [], "Penalty", "l2", "Lambda", 0.01, "Verbose", 0};
%! r = nnreg_gridsearch (X, y, {"Lambda", 0.01}, args{[1:6, 9:10]}, "CV", 12, ...
%!                       "Score", {"MSE", "RMSE", "MeanMAE", "DataLoss"});
%! for k = 1:12
%!   rest = [1:k - 1, k + 1:12];
%!   model = nnreg_fit (X(rest,:), y(rest), args{:});
%!   gone(r.Folds(k)) = abs (y(k) - nnreg_predict (model, X(k,:)));
%! end
%! assert (r.Results.Scores.MSE, gone .^ 2, 1e-6);
%! assert (r.Results.Scores.RMSE, gone, 1e-6);
%! assert (r.Results.Scores.MeanMAE, gone, 1e-6);
%! path = nnreg_path (X, y, args{[1:4, 9:10]}, "CV", 12, "NumLambda", 3);
%! assert (path.NumFolds, 12);

%!test # of classes, each with two rows
%! X = [1; 2; 27; 28; 29; 3];
%! y = [1; 1; 2; 2; 2; 1];
%! r = nnreg_gridsearch (X, y, {"Lambda", 1e-3}, "LayerSizes", [], "Penalty", "l2", "CV", 6, ...
%!                       "Verbose", 0);
%! assert (sort (r.Folds), (1:6).');
%! assert (r.BestScore, 1);

%!test # scores that compare rows say so before anything is trained
%! X = oracle_data (12, 3, 1);
%! told = ["nnreg_gridsearch: the Score %s is undefined for a single row, and fold %d of CV has " ...
%!         'no more; give fewer folds, or another Score, such as "%s"'];
%! regression = {"Task", "regression", "Score"};
%! assert (no_score (X, X(:,1), regression{:}, "MeanR2", "CV", 12), ...
%!         sprintf (told, "MeanR2", 1, "RMSE"));
%! assert (no_score (X, X(:,1), regression{:}, {"RMSE", "MeanR2"}, ...
%!                   "CV", [1, 1, 2, 2, 3, 4, 4, 4, 4, 4, 4, 4]), ...
%!         sprintf (told, "MeanR2", 3, "RMSE"));
%! assert (no_score (X, 1 + (X(:,1) > 0.5), "Score", "MacroAUC", "CV", 12), ...
%!         sprintf (told, "MacroAUC", 1, "Accuracy"));
%! assert (no_score (X, X(:,1), regression{:}, "MeanR2", "CV", 6), "");
%! assert (no_score (X, X(:,1), regression{:}, "RMSE", "CV", 12), "");

%!test # what is not a number is told by the task and by whose function it is
%! X = oracle_data (12, 3, 1);
%! told = "nnreg_gridsearch: the Score %s is not a number in some fold of every candidate%s";
%! nothing = @(y, yhat) NaN;
%! assert (no_score (X, X(:,1), "Task", "regression", "Score", nothing), ...
%!         sprintf (told, "Score1", ": its function returned NaN"));
%! assert (no_score (X, 1 + (X(:,1) > 0.5), "Score", nothing), ...
%!         sprintf (told, "Score1", ": its function returned NaN"));
%! assert (no_score (X, 1 + ((1:12).' > 6), "Score", "MacroAUC", "CV", 1 + ((1:12) > 6)), ...
%!         sprintf (told, "MacroAUC", " (does a fold lack a class?)"));
%!error <nnreg_gridsearch: SlurmOptions cannot have --array, which nnreg sets itself; Shards is>
%! nnreg_gridsearch ([1; 2; 3; 4], [1; 2; 1; 2], {"Epochs", 1}, "SlurmOptions", ...
%!                   "--mem=4G --array=1-5");
%!error <nnreg_gridsearch: SlurmOptions cannot have -o, which nnreg sets itself>
%! nnreg_gridsearch ([1; 2; 3; 4], [1; 2; 1; 2], {"Epochs", 1}, "SlurmOptions", {"-o", "a.log"});
