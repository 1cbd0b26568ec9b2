## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Folds of all kinds in searches and paths, the out-of-fold predictions, and the nested estimate,
## beside models that are trained one by one.

%!function [X, y, labels] = some_data ()
%!  randn ("twister", 7);
%!  X = randn (120, 4);
%!  y = X(:,1) - X(:,2) + randn (120, 1);
%!  labels = {"no"; "yes"}(1 + (y > 0.5));
%!endfunction
%!function args = network (varargin)
%!  args = [{"LayerSizes", 5, "Epochs", 6, "BatchSize", 16, "Penalty", "none", "Verbose", 0}, ...
%!          varargin];
%!endfunction
%!function args = linear (varargin)
%!  args = [{"LayerSizes", [], "Penalty", "l1", "Verbose", 0, "Tolerance", 1e-12}, varargin];
%!endfunction

## The predictions of each fold by a model that is trained without it. LEARNS says whether row i may
## teach the model of fold f.
%!function scores = one_by_one (X, y, of, learns, args)
%!  scores = [];
%!  for f = 1:max (of)
%!    train = learns (of, f);
%!    model = nnreg_fit (X(train,:), y(train), args{:});
%!    [~, out] = nnreg_predict (model, X(of == f,:));
%!    scores(of == f,1:columns (out)) = out;
%!  end
%!  never = of == 0;
%!  never(end + 1:rows (X)) = true;
%!  scores(never,1:columns (scores)) = NaN;
%!endfunction

%!test # a search: classes and responses, each kind of folds
%! [X, y, labels] = some_data ();
%! others = @(of, f) of != f;
%! past = @(of, f) of < f;
%! grid = {"Lambda", [1e-3, 1e-2]};
%! args = network ("Penalty", "l2");
%! for cv = {{others, {}}, {others, {"CVGroups", ceil((1:120) / 3), "CV", 4}}, ...
%!           {others, {"CV", 0.25}}, {past, {"CV", "forward"}}, ...
%!           {past, {"CV", 3, "CVTime", mod(7 * (1:120), 60)}}, ...
%!           {others, {"CV", 0.2, "CVTime", 120:-1:1}}}
%!   r = nnreg_gridsearch (X, labels, grid, args{:}, cv{1}{2}{:});
%!   o = r.OutOfFold;
%!   best = [args, {"Lambda", r.BestParams.Lambda}];
%!   want = one_by_one (X, labels, r.Folds, cv{1}{1}, best);
%!   assert (o.Scores, single (want), 1e-5);
%!   assert ({o.Y, o.Rows, o.Fold, o.ClassNames}, {labels, (1:120).', r.Folds, {"no"; "yes"}});
%!   r = nnreg_gridsearch (X, y, grid, args{:}, "Task", "regression", cv{1}{2}{:});
%!   best = [args, {"Lambda", r.BestParams.Lambda, "Task", "regression"}];
%!   assert (r.OutOfFold.Scores, one_by_one (X, y, r.Folds, cv{1}{1}, best), 1e-4);
%!   assert (r.OutOfFold.Y, y);
%! end
%!test # a path of linear models: exact, and by repeats
%! [X, y, labels] = some_data ();
%! past = @(of, f) of < f;
%! others = @(of, f) of != f;
%! for cv = {{others, {}}, {past, {"CV", "forward"}}, {others, {"CV", 0.3}}, ...
%!           {others, {"CVGroups", ceil((1:120) / 3), "CV", 4}}}
%!   args = linear ();
%!   r = nnreg_path (X, labels, args{:}, "NumLambda", 12, cv{1}{2}{:});
%!   for which = {"Min", "1SE"}
%!     best = [args, {"Lambda", r.(["Lambda" which{1}])}];
%!     want = one_by_one (X, labels, r.Folds, cv{1}{1}, best);
%!     got = r.(["OutOfFold" which{1}]).Scores;
%!     assert (got, cast (want, class (got)), 1e-4);
%!   end
%!   ## the unit of y is that of all rows
%!   args = linear ("Task", "regression", "StandardizeY", false);
%!   r = nnreg_path (X, y, args{:}, "NumLambda", 12, cv{1}{2}{:});
%!   want = one_by_one (X, y, r.Folds, cv{1}{1}, [args, {"Lambda", r.LambdaMin}]);
%!   assert (r.OutOfFoldMin.Scores, want, 1e-5);
%! end
%!test # the losses of the folds are those of these predictions, on paths of all kinds
%! [X, y] = some_data ();
%! for args = {{"LayerSizes", []}, {"LayerSizes", [], "Solver", "adam", "NumLambda", 4}, ...
%!             {"Penalty", "group", "LayerSizes", 4}, ...
%!             {"LayerSizes", 3, "NumLambda", 4, "CV", "forward"}, ...
%!             {"LayerSizes", [], "Relax", true, "NumLambda", 5}, ...
%!             {"LayerSizes", [], "Solver", "fista", "NumLambda", 5}}
%!   r = nnreg_path (X, y, "Task", "regression", "Verbose", 0, "Epochs", 5, args{1}{:});
%!   for which = {"Min", "1SE"}
%!     errors = (r.(["OutOfFold" which{1}]).Scores - y) .^ 2;
%!     want = arrayfun (@(f) mean (errors(r.Folds == f)), (1:r.NumFolds).') / var (y, 1);
%!     assert (r.FoldLosses(:,r.(["Index" which{1}])), want, 1e-5);
%!   end
%! end
%!test # many inputs, of which the screened path knows few
%! randn ("twister", 7);
%! X = randn (60, 150);
%! y = X(:,1) - X(:,2) + randn (60, 1);
%! for solver = {"auto", "fista"}
%!   r = nnreg_path (X, y, "Task", "regression", "LayerSizes", [], "Solver", solver{1}, ...
%!                   "NumLambda", 8, "Verbose", 0);
%!   errors = (r.OutOfFold1SE.Scores - y) .^ 2;
%!   want = arrayfun (@(f) mean (errors(r.Folds == f)), (1:5).') / var (y, 1);
%!   assert (r.FoldLosses(:,r.Index1SE), want, 1e-5);
%! end
%!test # one input, of which some points make no use; one point; one fold
%! [X, y, labels] = some_data ();
%! x = X(:,3) + 1e6;
%! for args = {{}, {"Lambda", 0.5}, {"CV", 0.3}, {"Lambda", [0.1, 0.01], "CV", 0.2}}
%!   r = nnreg_path (x, labels, "LayerSizes", [], "NumLambda", 5, "Verbose", 0, args{1}{:});
%!   p = r.OutOfFold1SE.Scores;
%!   of_true = p(sub2ind ([120, 2], (1:120).', 1 + strcmp (labels, "yes")));
%!   want = arrayfun (@(f) -mean (log (of_true(r.Folds == f))), (1:r.NumFolds).');
%!   assert (r.FoldLosses(:,r.Index1SE), want, 1e-6);
%! end
%!test # weights that would not fit into memory
%! [X, y] = some_data ();
%! args = {[X, randn(120, 16)], y, "Task", "regression", "LayerSizes", [], "Penalty", "l2", ...
%!         "NumLambda", 1e4, "CV", 110, "OutputFcn", @(r) true, "Verbose", 0};
%! r = nnreg_path (args{:}, "OutOfFold", false);
%! assert (any (isfield (r, {"OutOfFoldMin", "OutOfFold1SE"})), false);
%! r = nnreg_path (args{:});
%! assert ({r.OutOfFoldMin, r.OutOfFold1SE}, {[], []});
%! r = nnreg_path (args{:}, "OutOfFold", true);
%! assert (size (r.OutOfFoldMin.Scores), [120, 1]);
%!test # more inputs than samples and an l2 alone, beside another solver; and from its checkpoint
%! [X, y, labels] = some_data ();
%! X = [X, randn(120, 180) .* linspace(0.1, 3, 180) + 2];
%! args = {"LayerSizes", [], "Penalty", "l2", "Verbose", 0, "Tolerance", 1e-12};
%! file = tempname ();
%! for cv = {{"CV", 4}, {"CV", "forward"}, {"CV", 0.3}, ...
%!           {"CV", 3, "CVTime", mod(7 * (1:120), 60)}, ...
%!           {"CV", "forward", "Weights", 1 + mod((1:120).', 3)}}
%!   for data = {{X, y, "Task", "regression"}, {X, labels}}
%!     path = @(varargin) nnreg_path (data{1}{:}, args{:}, cv{1}{:}, varargin{:});
%!     unwind_protect
%!       r = path ("NumLambda", 4, "CheckpointFile", file);
%!       again = path ("NumLambda", 4, "CheckpointFile", file);
%!     unwind_protect_cleanup
%!       unlink (file);
%!     end_unwind_protect
%!     want = path ("Lambda", r.Lambda, "Solver", "fista", "Epochs", 20000, "Precision", "double");
%!     assert (r.FoldLosses, want.FoldLosses, 1e-6);
%!     assert (r.OutOfFoldMin.Scores, want.OutOfFoldMin.Scores, 1e-4);
%!     assert (again.OutOfFoldMin.Scores, r.OutOfFoldMin.Scores);
%!     assert (again.FoldLosses, r.FoldLosses);
%!   end
%! end
%!function T = some_table ()
%!  [X, ~, labels] = some_data ();
%!  T = struct ("day", 10 * (120:-1:1).', "age", X(:,1), "x", X(:,2), "y", {labels});
%!  T.city = {"Rome"; "Bonn"; "Oslo"}(1 + mod ((1:120).', 3));
%!  T.age([2, 30, 60, 112, 115, 119]) = NaN;
%!endfunction
%!function T = rows_of (T, at)
%!  T = structfun (@(column) column(at), T, "UniformOutput", false);
%!endfunction
%!test # a table: each fold has its own preparation; times and groups may be its columns
%! warning ("off", "nnreg:noResponse", "local");
%! T = some_table ();
%! T.y{5} = "";
%! kept = setdiff (1:120, 5).';
%! plain = rmfield (T, "day");
%! others = @(of, f) of != f;
%! past = @(of, f) of < f;
%! for cv = {{past, {"CV", 3, "CVTime", "day"}}, {others, {"CV", 0.3, "CVTime", "day"}}, ...
%!           {others, {"CV", 3, "CVGroups", "day"}}}
%!   for kind = {"path", "search"}
%!     if (strcmp (kind{1}, "path"))
%!       args = linear ("Precision", "double");
%!       r = nnreg_path (T, "y", args{:}, "NumLambda", 6, cv{1}{2}{:});
%!       o = r.OutOfFoldMin;
%!       args = [args, {"Lambda", r.LambdaMin}];
%!     else
%!       args = network ();
%!       r = nnreg_gridsearch (T, "y", {}, args{:}, cv{1}{2}{:});
%!       o = r.OutOfFold;
%!     end
%!     assert ({o.Rows, o.Y}, {kept, T.y(kept)});
%!     for f = 1:max (o.Fold)
%!       model = nnreg_fit (rows_of (plain, kept(cv{1}{1}(o.Fold, f))), "y", args{:});
%!       [~, want] = nnreg_predict (model, rows_of (plain, kept(o.Fold == f)));
%!       assert (o.Scores(o.Fold == f,:), want, 1e-4);
%!     end
%!   end
%! end
%!test # the nested estimate of a table, outer folds by hand
%! T = some_table ();
%! score = @(model, at) nnreg_evaluate (model, rows_of (T, at), "y").DataLoss;
%! args = linear ("NumLambda", 6, "CVGroups", "day", "CV", 3);
%! r = nnreg_path (T, "y", args{:}, "Nested", 2);
%! for f = 1:2
%!   at = r.NestedMin.Folds == f;
%!   own = nnreg_path (rows_of (T, ! at), "y", args{:}, "ClassNames", {"no"; "yes"});
%!   assert (r.NestedMin.FoldScores(f), score (own.ModelMin, at), 1e-6);
%! end
%! args = network ("Penalty", "l2", "CVGroups", "day", "Score", "DataLoss");
%! r = nnreg_gridsearch (T, "y", {"Lambda", [1e-3, 1e-1]}, args{:}, "Nested", 2);
%! for f = 1:2
%!   at = r.Nested.Folds == f;
%!   own = nnreg_gridsearch (rows_of (T, ! at), "y", {"Lambda", [1e-3, 1e-1]}, args{:});
%!   assert (r.Nested.FoldScores(f), score (own.Model, at), 1e-6);
%! end
%! m = nnreg_threshold (r, "Recall", 0.9);
%! again = nnreg_threshold (m, T, "y", "Metric", "F1");
%! assert (isfinite (again.Threshold));
%!test # an interrupted path goes on to the same out-of-fold predictions
%! [X, y] = some_data ();
%! file = tempname ();
%! for args = {linear("NumLambda", 40), {"Penalty", "group", "LayerSizes", 4, "Epochs", 3, ...
%!                                       "Verbose", 0}}
%!   path = @(varargin) nnreg_path (X, y, "Task", "regression", args{1}{:}, varargin{:});
%!   want = path ();
%!   unwind_protect
%!     path ("CheckpointFile", file, "OutputFcn", @(r) numel (r.Lambda) >= 3);
%!     got = path ("CheckpointFile", file);
%!   unwind_protect_cleanup
%!     unlink (file);
%!   end_unwind_protect
%!   assert (isequal (got.OutOfFoldMin, want.OutOfFoldMin));
%!   assert (isequal (got.OutOfFold1SE, want.OutOfFold1SE));
%! end
%!test # repeats: the mean of the predictions; the same for any number of threads
%! [X, y, labels] = some_data ();
%! args = network ("Repeats", 3, "CV", 2);
%! r = nnreg_gridsearch (X, labels, {}, args{:}, "Threads", 1);
%! again = nnreg_gridsearch (X, labels, {}, args{:}, "Threads", 2);
%! assert (isequal (r.OutOfFold, again.OutOfFold));
%! want = zeros (120, 2);
%! for repeat = 1:3
%!   want += one_by_one (X, labels, r.Folds(:,repeat), @(of, f) of != f, network ()) / 3;
%! end
%! assert (r.OutOfFold.Scores, single (want), 1e-5);
%! p = nnreg_path (X, y, linear("Task", "regression"){:}, "Repeats", 3, "CV", 2, "NumLambda", 4);
%! assert (size (p.Folds), [120, 3]);
%! assert (rows (p.FoldScores), 6);
%! few = nnreg_path (X, y, linear("Task", "regression"){:}, "CV", 2, "NumLambda", 4, ...
%!                   "Lambda", p.Lambda);
%! assert (p.FoldLosses(1:2,:), few.FoldLosses, 1e-6);
%! q = nnreg_path (X, y, linear("Task", "regression"){:}, "NumLambda", 6, "Threads", 1);
%! assert (isequal (q.OutOfFoldMin, nnreg_path (X, y, linear("Task", "regression"){:}, ...
%!                                              "NumLambda", 6, "Threads", 2).OutOfFoldMin));
%!test # rows without a weight are not there; their ids and times neither
%! [X, y, labels] = some_data ();
%! w = ones (120, 1);
%! w([3, 50]) = 0;
%! X(3,1) = 99;
%! ids = arrayfun (@(k) sprintf ("id %d", k), ceil ((1:120) / 4), "UniformOutput", false);
%! r = nnreg_gridsearch (X, labels, {}, network(){:}, "Weights", w, "CVGroups", ids);
%! kept = find (w);
%! assert ({r.OutOfFold.Rows, r.OutOfFold.Y}, {kept, labels(kept)});
%! few = nnreg_gridsearch (X(kept,:), labels(kept), {}, network(){:}, "CVGroups", ids(kept));
%! assert (r.OutOfFold.Scores, few.OutOfFold.Scores, 1e-5);
%!test # no group is in a fold and among the rows that its training learns from; ids of any kind
%! [X, ~, labels] = some_data ();
%! k = ceil ((1:120).' / 5);
%! text = arrayfun (@(k) sprintf ("%c%d", "a" + mod (k, 3), k), k, "UniformOutput", false);
%! for ids = {k, 1e9 - 7 * k, text, char(text), uint8(k)}
%!   for seed = 0:2
%!     r = nnreg_gridsearch (X, labels, {}, network(){:}, "CVGroups", ids{1}, "CV", 4, ...
%!                           "Repeats", 2, "Seed", seed, "Refit", false, "OutOfFold", false);
%!     for repeat = 1:2
%!       assert (accumarray (k, r.Folds(:,repeat), [], @(f) max (f) - min (f)), zeros (24, 1));
%!       assert (abs (accumarray (r.Folds(:,repeat), 1) - 30) <= 5);
%!     end
%!   end
%! end
%! assert (! isfield (r, "OutOfFold"));
%!test # a search that went on, or whose trainings others did, has the same bits
%! [X, y] = some_data ();
%! grid = {"Lambda", [1e-4, 1e-2, 1e-1]};
%! for more = {{}, {"WarmStart", true}, {"Halving", true}}
%!   args = network ("Penalty", "l1", "Task", "regression", more{1}{:});
%!   r = nnreg_gridsearch (X, y, grid, args{:});
%!   folder = tempname ();
%!   unwind_protect
%!     nnreg_gridsearch (X, y, grid, args{:}, "StudyDir", folder, "Refit", false);
%!     again = nnreg_gridsearch (X, y, grid, args{:}, "StudyDir", folder);
%!     assert (isequal (again.OutOfFold, r.OutOfFold));
%!     unlink (fullfile (folder, "out_of_fold.bin"));
%!     again = nnreg_gridsearch (X, y, grid, args{:}, "StudyDir", folder);
%!     assert (again.OutOfFold, []);
%!     args = [args, {"OutOfFold", true}];                    # trained again
%!     again = nnreg_gridsearch (X, y, grid, args{:}, "StudyDir", folder);
%!     assert (isequal (again.OutOfFold, r.OutOfFold));
%!     again = nnreg_gridsearch (X, y, grid, args{:}, "StudyDir", folder, "Select", "1se");
%!     other = nnreg_gridsearch (X, y, grid, args{:}, "Select", "1se");
%!     assert (isequal (again.OutOfFold, other.OutOfFold));
%!   unwind_protect_cleanup
%!     confirm_recursive_rmdir (false, "local");
%!     rmdir (folder, "s");
%!   end_unwind_protect
%! end
%!test # the nested estimate of a search is one search for each outer fold
%! [X, y, labels] = some_data ();
%! args = network ("Penalty", "l1", "Score", "LogLoss", "CV", 4);
%! grid = {"Lambda", [1e-3, 1e-1]};
%! ids = ceil ((1:120).' / 3);
%! r = nnreg_gridsearch (X, labels, grid, args{:}, "CVGroups", ids, "Nested", 3);
%! n = r.Nested;
%! for f = 1:3
%!   out = n.Folds == f;
%!   assert (isempty (intersect (ids(out), ids(! out))));
%!   one = nnreg_gridsearch (X(! out,:), labels(! out), grid, args{:}, "CVGroups", ids(! out));
%!   m = nnreg_evaluate (one.Model, X(out,:), labels(out));
%!   assert (n.FoldScores(f), m.LogLoss, 1e-12);
%!   assert (n.Chosen{f}, one.BestParams);
%! end
%! assert ({n.Mean, n.StdError}, {mean(n.FoldScores), std(n.FoldScores) / sqrt(3)}, 1e-15);
%!test # that of a path
%! [X, y] = some_data ();
%! r = nnreg_path (X, y, linear("Task", "regression"){:}, "NumLambda", 6, "Nested", 3);
%! for f = 1:3
%!   out = r.NestedMin.Folds == f;
%!   one = nnreg_path (X(! out,:), y(! out), linear("Task", "regression"){:}, "NumLambda", 6);
%!   loss = @(model) mean ((nnreg_predict (model, X(out,:)) - y(out)) .^ 2) / var (y, 1);
%!   assert (r.NestedMin.FoldScores(f), loss (one.ModelMin), 1e-10);
%!   assert (r.Nested1SE.FoldScores(f), loss (one.Model1SE), 1e-10);
%!   assert ([r.NestedMin.Chosen{f}, r.Nested1SE.Chosen{f}], [one.LambdaMin, one.Lambda1SE]);
%! end
%!test # labels that are independent of X: the nested estimate is at chance, the best score above
%! randn ("twister", 3);
%! rand ("twister", 3);
%! [best, nested] = deal (zeros (1, 18));
%! for trial = 1:18
%!   X = randn (60, 8);
%!   labels = double (rand (60, 1) < 0.5);
%!   labels(1:2) = [0; 1];
%!   r = nnreg_gridsearch (X, labels, {"Lambda", [0.01, 0.05, 0.1]}, linear(){1:6}, ...
%!                         "Score", "AUC", "CV", 3, "Nested", 2, "Seed", trial);
%!   [best(trial), nested(trial)] = deal (r.BestScore, r.Nested.Mean);
%! end
%! assert (abs (mean (nested) - 0.5) <= 2 * std (nested) / sqrt (18));
%! assert (mean (best) - mean (nested) > 0.02);
%!test # what is printed of it
%! [X, y] = some_data ();
%! args = network ("Task", "regression");
%! one = evalc ("nnreg_gridsearch (X, y, {}, args{:})");
%! many = evalc ('nnreg_gridsearch (X, y, {"Epochs", [1, 2]}, args{[1:2, 5:end]})');
%! nested = evalc ('nnreg_gridsearch (X, y, {"Epochs", [1, 2]}, args{[1:2, 5:end]}, "Nested", 2)');
%! path = evalc ('nnreg_path (X, y, linear("Task", "regression"){:}, "NumLambda", 4)');
%! assert (isempty (strfind (one, "optimistic")));
%! for text = {many, path}
%!   assert (! isempty (regexp (text{1}, 'best score of \d .*s is optimistic; "Nested", 5 gives')));
%! end
%! assert (! isempty (regexp (nested, ['the best score of 2 candidates is optimistic\n ', ...
%!                                     'nested estimate: RMSE [\d.]+, s.e. [\d.]+, of 2 outer'])));
%!test # one held-out part has no spread
%! [X, y] = some_data ();
%! r = nnreg_gridsearch (X, y, {"Epochs", [1, 2]}, "LayerSizes", 3, "Verbose", 0, "CV", 0.2, ...
%!                       "Task", "regression");
%! assert (isnan ([r.Results.Std, r.Comparison.StdError.', r.Comparison.Low.']), true (1, 6));
%! assert (r.OneSEIndex, r.BestIndex);
%! text = evalc ('nnreg_gridsearch ("table", r)');
%! assert (! isempty (regexp (text, ' - ')));
%!test # the empty grid: one candidate by the options
%! [X, y] = some_data ();
%! r = nnreg_gridsearch (X, y, {}, network("Task", "regression"){:});
%! assert ({numel(r.Results), fieldnames(r.BestParams)}, {1, cell(0, 1)});
%! same = nnreg_gridsearch (X, y, struct (), network("Task", "regression"){:});
%! assert (same.BestScore, r.BestScore);
%! other = nnreg_gridsearch (X, y, {"Epochs", 6}, ...
%!                           network("Task", "regression"){[1:2, 5:end]});
%! assert (other.BestScore, r.BestScore);

%!function refuses (text, varargin)
%!  # by both functions
%!  [X, y, labels] = some_data ();
%!  for call = {@() nnreg_gridsearch(X, labels, {}, network(varargin{:}){:}), ...
%!              @() nnreg_path(X, labels, linear(varargin{:}){:})}
%!    try
%!      call{1} ();
%!      got = "no error";
%!    catch err
%!      got = err.message;
%!    end
%!    assert (! isempty (regexp (got, ['^nnreg_\w+: ', text])), got);
%!  end
%!endfunction
%!test
%! refuses ('CVGroups must have the id of a group .* each of the 120 rows, got \[1 2 3\]', ...
%!          "CVGroups", 1:3);
%! refuses ('CVGroups has 2 groups, fewer than the 4 folds; give a smaller CV', ...
%!          "CVGroups", mod (1:120, 2), "CV", 4);
%! refuses ('CVGroups has no id in 120 rows, the first is row 1; leave such rows out', ...
%!          "CVGroups", repmat ({""}, 120, 1));
%! refuses ('give CVGroups or CVTime, not both', "CVGroups", 1:120, "CVTime", 1:120);
%! refuses ('CVGroups has no place beside the CV "forward"', "CVGroups", 1:120, "CV", "forward");
%! refuses ('CVTime must hold numbers, or dates such as "2026-03-01"', ...
%!          "CVTime", repmat ({"1.2.2020"}, 120, 1));
%! refuses ('5 folds that go forward need 6 different times, there are only 3; give a smaller', ...
%!          "CVTime", mod (1:120, 3), "CV", 5);
%! refuses ('all rows have the same time', "CVTime", ones (1, 120), "CV", 0.2);
%! refuses ('CV 0.001 of 120 samples leaves none to score', "CV", 0.001);
%! refuses ('CV 0.999 of 120 samples leaves none to train on', "CV", 0.999);
%! refuses ('CV must be .*from 2 to the 120 samples, a share .*, got "forwards"', "CV", "forwards");
%! refuses ('CV must be .* got a 120x1 cell; ids of groups go into "CVGroups"', ...
%!          "CV", repmat ({"a"}, 120, 1));
%! refuses ('CV must be .* a fold from 1 to K .*; ids of groups go into "CVGroups"', ...
%!          "CV", 100 + (1:120));
%! refuses ('Repeats has no place beside folds by time, which are fixed', ...
%!          "CVTime", 1:120, "Repeats", 2);
%! refuses ('CVTime has no place beside folds of your own', "CV", 1 + mod (1:120, 2), ...
%!          "CVTime", 1:120);
%! refuses ('Nested must be 0 or a number of outer folds from 2, got 1', "Nested", 1);
%! refuses ('Nested deals out folds itself, so CV must not be folds of your own', ...
%!          "CV", 1 + mod (1:120, 2), "Nested", 2);
%! refuses ('OutOfFold must be true, false or "auto", got "no"', "OutOfFold", "no");
%!error <nnreg_gridsearch: Nested has no place beside StudyDir, which keeps the search on all rows>
%! nnreg_gridsearch ((1:9).', (1:9).' > 4, {}, "Nested", 2, "StudyDir", tempname ());
%!warning <class b has no row among those that the training for fold 1 of CV learns from>
%! nnreg_gridsearch ((1:40).', repelem ({"a"; "b"}, [25; 15]), {}, "LayerSizes", 2, "Epochs", 1, ...
%!                   "Verbose", 0, "CV", "forward");
