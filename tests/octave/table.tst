## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tables in place of X: trained, searched, saved, and next day's rows.

%!function T = churn (n, seed)
%!  # texts with rare levels and gaps, numbers with gaps, a flag
%!  rand ("twister", seed);
%!  T.age = round (20 + 50 * rand (n, 1));
%!  age = T.age;
%!  T.age(rand (n, 1) < 0.1) = NaN;
%!  w = rand (n, 1);
%!  plans = {"basic"; "gold"; "silver"; "trial"; "staff"};
%!  T.plan = plans(1 + (w > 0.4) + (w > 0.8) + (w > 0.985) + (w > 0.993));
%!  p = 1 ./ (1 + exp (-0.06 * (age - 45) - 2 * strcmp (T.plan, "gold") + 1));
%!  T.plan(rand (n, 1) < 0.05) = {""};
%!  T.vip = rand (n, 1) < 0.3;
%!  T.churn = {"no"; "yes"}(1 + (rand (n, 1) < p));
%!endfunction
%!function T = with_id (T)
%!  n = numel (T.age);
%!  T.id = arrayfun (@(k) sprintf ("%05d", k), (1:n).', "UniformOutput", false);
%!  T.country = repmat ({"CH"}, n, 1);
%!endfunction
%!function T = rows_of (T, at)
%!  T = structfun (@(column) column(at), T, "UniformOutput", false);
%!endfunction

%!test # the story: fit, save, load another day, predict other rows
%! warning ("off", "nnreg:leftOut", "local");
%! T = with_id (churn (600, 1));
%! model = nnreg_fit (T, "churn", "Epochs", 40, "Verbose", 0);
%! assert (model.Preparation.Response, {"churn"});
%! assert ({model.Preparation.LeftOut.Name}, {"id", "country"});
%! m = nnreg_evaluate (model, T);
%! assert (m.Accuracy > 0.68);
%! file = [tempname(), ".mat"];
%! unwind_protect
%!   save ("-binary", file, "model");
%!   again = load (file).model;
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%! new = churn (50, 2);
%! [yhat, scores] = nnreg_predict (model, new);
%! shuffled = orderfields (rmfield (new, "churn"), {"vip", "plan", "age"});
%! shuffled.more = (1:50).';
%! [yhat2, scores2] = nnreg_predict (again, shuffled);
%! assert (yhat2, yhat);
%! assert (scores2, scores);
%! # a row alone is the row among others
%! [~, one] = nnreg_predict (again, rows_of (shuffled, 7));
%! assert (one, scores(7,:), 1e-6);

%!warning <nnreg_fit: columns that cannot be inputs are left out: id \(100 different>
%! nnreg_fit (with_id (churn (100, 1)), "churn", "Epochs", 1, "Verbose", 0);
%!warning <nnreg_predict: 2 values are texts that the training did not have: plan "platin" \(2>
%! model = nnreg_fit (churn (300, 1), "churn", "Epochs", 2, "Verbose", 0);
%! new = churn (30, 2);
%! new.plan(3:4) = {"platin"};
%! [~, scores] = nnreg_predict (model, new);
%! assert (all (isfinite (scores(:))));

%!function text = refusal (varargin)
%!  text = "";
%!  try
%!    varargin{1}(varargin{2:end});
%!  catch err
%!    text = sprintf ("%s %s", err.identifier, err.message);
%!  end
%!endfunction
%!test # a column that is missing, or of another kind, is a named error
%! T = churn (200, 3);
%! model = nnreg_fit (T, "churn", "Epochs", 1, "Verbose", 0);
%! assert (refusal (@nnreg_predict, model, rmfield (T, "age")), ...
%!         'nnreg:badData nnreg_predict: X lacks 1 column that MODEL was fitted on: "age"');
%! bad = T;
%! bad.age = repmat ({"42"}, 200, 1);
%! bad.age{9} = "old";
%! assert (refusal (@nnreg_predict, model, bad), ...
%!         ['nnreg:badData nnreg_predict: column age of X must hold numbers, as in the ' ...
%!          'training, but row 9 has "old"']);
%! assert (refusal (@nnreg_fit, T, "chrn"), ['nnreg:badArgument nnreg_fit: the response: the ' ...
%!                                          'table has no column "chrn"; did you mean "churn"?']);
%! assert (refusal (@nnreg_fit, T, "churn", "Predictors", {"age", "churn"}), ...
%!         'nnreg:badArgument nnreg_fit: Predictors must not have the response, "churn"');
%! assert (refusal (@nnreg_fit, T, "churn", "Missing", "error"), ...
%!         sprintf (['nnreg:badData nnreg_fit: column age of X has a gap in row %d; leave out ' ...
%!                   '"Missing", "error" to have gaps filled'], find (isnan (T.age), 1)));
%! assert (refusal (@nnreg_fit, T, "churn", "FeatureNames", {"a"}), ...
%!         ['nnreg:badArgument nnreg_fit: FeatureNames names the columns of a matrix; a table ' ...
%!          'has its own names']);
%! assert (refusal (@nnreg_predict, model, [1, 2]), ...
%!         sprintf (['nnreg:badArgument nnreg_predict: MODEL was trained on a table: X must be a ' ...
%!                   'table too, or the matrix of nnreg_prepare with its %d columns, got 2'], ...
%!                  numel (model.FeatureNames)));
%! plain = nnreg_fit (eye (3), [1; 2; 1], "Epochs", 1, "Verbose", 0);
%! assert (refusal (@nnreg_predict, plain, T), ['nnreg:badArgument nnreg_predict: MODEL was ' ...
%!                                              'trained on a matrix, so X must be a matrix too']);
%! assert (refusal (@nnreg_fit, ones (3), [1; 2; 1], "Predictors", {"a"}), ...
%!         ['nnreg:badArgument nnreg_fit: Predictors names columns of a table, but X is a 3x3 ' ...
%!          'double matrix']);

%!test # the same as the matrix by hand
%! T = churn (300, 4);
%! [X, y, names] = nnreg_prepare (T, "churn");
%! byhand = [T.age, isnan(T.age)];
%! byhand(isnan (T.age),1) = median (T.age(! isnan (T.age)));
%! byhand = [byhand, strcmp(T.plan, "basic"), strcmp(T.plan, "gold")];
%! assert (X(:,1:4), double (byhand));
%! assert (names([1:4, end - 1, end]), {"age", "age (gap)", "plan=basic", "plan=gold", ...
%!                                      "vip=false", "vip=true"});
%! assert (all (sum (X(:,3:end - 2), 2) <= 1));
%! args = {"Epochs", 3, "Verbose", 0};
%! a = nnreg_fit (T, "churn", args{:});
%! b = nnreg_fit (X, y, args{:}, "Standardize", true);
%! assert (a.Weights, b.Weights);
%! assert (a.InputMean, b.InputMean);
%! assert (nthargout (2, @nnreg_predict, a, T), nthargout (2, @nnreg_predict, b, X));
%! # so are a cell with a header row, and the response given by itself
%! C = [fieldnames(T).'; [num2cell(T.age), T.plan, num2cell(double (T.vip)), T.churn]];
%! C(1 + find (isnan (T.age)),1) = {[]};
%! c = nnreg_fit (C, "churn", args{:}, "Predictors", {"age", "plan"});
%! d = nnreg_fit (rmfield (T, "churn"), T.churn, args{:}, "Predictors", {"age", "plan"});
%! assert (c.Weights, d.Weights);

%!test # rows without a response, and rows of weight 0, are not there
%! T = churn (200, 5);
%! w = ones (200, 1);
%! w(11:20) = 0;
%! warning ("off", "nnreg:noResponse", "local");
%! U = T;
%! U.churn(1:10) = {"NA"};
%! U.age(11:20) = 1e6;
%! for args = {{"LayerSizes", [], "Penalty", "l1", "Lambda", 0.01}, {"Epochs", 2}}
%!   a = nnreg_fit (U, "churn", args{1}{:}, "Weights", w, "Verbose", 0);
%!   b = nnreg_fit (rows_of (T, 21:200), "churn", args{1}{:}, "Verbose", 0);
%!   assert (a.Weights, b.Weights, 1e-6);
%!   assert (a.Preparation.Columns(1).Fill, b.Preparation.Columns(1).Fill);
%! end
%!warning <nnreg_fit: the response has a gap in 1 of 30 rows, which are left out$>
%! T = churn (30, 5);
%! T.churn{7} = "";
%! nnreg_fit (T, "churn", "Epochs", 1, "Verbose", 0);

%!test # Weights may name a column, which is no input then
%! T = churn (120, 5);
%! w = mod ((1:120).', 4);
%! named = setfield (T, "w", w);
%! args = {"Epochs", 2, "Verbose", 0};
%! a = nnreg_fit (named, "churn", "Weights", "w", "ValidationFraction", 0.2, args{:});
%! b = nnreg_fit (T, "churn", "Weights", w, "ValidationFraction", 0.2, args{:});
%! assert ({a.Weights, a.Preparation}, {b.Weights, b.Preparation});
%! assert (nnreg_evaluate (a, named, "Weights", "w"), nnreg_evaluate (a, named, "Weights", w));
%! pd = nnreg_partialdependence (a, named, "age", "Weights", "w");
%! assert (pd.Values, nnreg_partialdependence (a, named, "age", "Weights", w).Values);
%! cut = @(w) nnreg_threshold (a, named, "Metric", "F1", "Weights", w).Threshold;
%! assert (cut ("w"), cut (w));
%! linear = {"LayerSizes", [], "Penalty", "l2", "Lambda", 0.01, "CV", 2, "Verbose", 0};
%! a = nnreg_gridsearch (named, "churn", {}, linear{:}, "Weights", "w", "Nested", 2);
%! b = nnreg_gridsearch (T, "churn", {}, linear{:}, "Weights", w, "Nested", 2);
%! assert ({a.BestScore, a.Nested.Mean}, {b.BestScore, b.Nested.Mean});
%! path = {"LayerSizes", [], "NumLambda", 3, "CV", 2, "Verbose", 0};
%! assert (nnreg_path (named, "churn", path{:}, "Weights", "w").FoldLosses, ...
%!         nnreg_path (T, "churn", path{:}, "Weights", w).FoldLosses);
%!test # the weights' values do not say which column must not be a predictor
%! T = setfield (churn (60, 5), "w", mod ((1:60).', 4));
%! args = {"Epochs", 1, "Verbose", 0};
%! nnreg_fit (T, "churn", "Weights", T.w, args{:});
%! assert (lastwarn (), ["nnreg_fit: column w of X has the values of Weights, and is a " ...
%!                       "predictor too; \"Weights\", \"w\" makes it the weights alone"]);
%! lastwarn ("");
%! nnreg_fit (T, "churn", "Weights", "w", args{:});
%! nnreg_fit (T, "churn", "Weights", T.w, "Predictors", {"age", "w"}, args{:});
%! nnreg_fit (setfield (T, "w", ones (60, 1)), "churn", "Weights", ones (60, 1), args{:}, ...
%!            "Predictors", {"age", "plan"});
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));

%!test # truths with a gap are texts in one day's file, and logicals in another's
%! T = churn (60, 5);
%! model = nnreg_fit (T, "vip", "Epochs", 1, "Verbose", 0);
%! want = nnreg_evaluate (model, rows_of (T, 2:60));
%! texts = setfield (T, "vip", {"False"; "True"}(1 + T.vip));
%! texts.vip{1} = "";
%! warning ("off", "nnreg:noResponse", "local");
%! assert (nnreg_evaluate (model, texts).Confusion, want.Confusion);
%! by_texts = nnreg_fit (texts, "vip", "Epochs", 1, "Verbose", 0);
%! assert (by_texts.ClassNames, {"False"; "True"});
%! assert (nnreg_evaluate (by_texts, T), nnreg_evaluate (by_texts, setfield (T, "vip", ...
%!         {"False"; "True"}(1 + T.vip))));
%!error <"forward", or a fold for each of them, got "plan"; ids of groups go into "CVGroups"$>
%! nnreg_gridsearch (churn (60, 5), "churn", {}, "CV", "plan");

## Ages and ratings look like classes.
%!test
%! T = churn (80, 5);
%! T = struct ("age", T.age, "plan", {T.plan}, "rating", mod ((1:80).', 5) / 2);
%! args = {"LayerSizes", [], "Penalty", "l2", "Lambda", 0.1, "Verbose", 0};
%! said = ["the 5 different numbers of column rating were taken for classes, 0 to 2; to " ...
%!         "predict numbers give \"Task\", \"regression\"; \"Task\", \"classification\" " ...
%!         "turns this off"];
%! nnreg_fit (T, "rating", args{:});
%! assert (lastwarn (), ["nnreg_fit: ", said]);
%! nnreg_gridsearch (T, "rating", {}, args{:}, "CV", 2);
%! assert (lastwarn (), ["nnreg_gridsearch: ", said]);
%! nnreg_path (T, "rating", args{1:4}, "NumLambda", 2, "CV", 2, "Verbose", 0);
%! assert (lastwarn (), ["nnreg_path: ", said]);
%! lastwarn ("");
%! nnreg_fit (T, "rating", args{:}, "Task", "classification");
%! nnreg_fit (T, "rating", args{:}, "Task", "regression");
%! nnreg_fit (T, "rating", args{:}, "ClassNames", (0:4) / 2);
%! nnreg_fit (setfield (T, "rating", mod ((1:80).', 2)), "rating", args{:});
%! nnreg_fit (eye (80), 2 * T.rating, args{:});
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%!error <^nnreg_fit: Weights must name another column than the response, "churn"$>
%! nnreg_fit (churn (30, 5), "churn", "Weights", "churn");
%!error <^nnreg_path: CVGroups must name another column than the response, "churn"$>
%! nnreg_path (churn (30, 5), "churn", "CVGroups", "churn");
%!error <^nnreg_gridsearch: Predictors must not have the column of CVTime, "age"$>
%! nnreg_gridsearch (churn (30, 5), "churn", {}, "CVTime", "age", "Predictors", {"age", "vip"});
%!error <^nnreg_gridsearch: column churn of X is the response itself>
%! T = churn (30, 5);
%! nnreg_gridsearch (T, T.churn, {}, "CVGroups", "plan");

%!test # ValidationFraction: the recipe is that of the rows to train on
%! T = churn (300, 6);
%! T.age(1:2:end) += 1000;
%! model = nnreg_fit (T, "churn", "ValidationFraction", 0.4, "Epochs", 2, "Verbose", 0);
%! assert (model.Preparation.NumRows, 180);
%! targets = nnr.targets.make (T.churn, 300, model.Settings);
%! train = nnr.train.split_rows (targets, 300, model.Settings);
%! known = T.age(train)(! isnan (T.age(train)));
%! assert (model.Preparation.Columns(1).Fill, median (known));
%! assert (median (known) != median (T.age(! isnan (T.age))));
%! # ValidationData goes through the recipe
%! held = churn (60, 7);
%! [~, h] = nnreg_fit (T, "churn", "ValidationData", {held, "churn"}, "Epochs", 3, "Verbose", 0, ...
%!                     "Keep", "last");
%! model = nnreg_fit (T, "churn", "Epochs", 3, "Verbose", 0);
%! assert (h.ValDataLoss(end), nnreg_evaluate (model, held).DataLoss, 1e-5);
%! # without its rows that have no response; a column of it may be the weights
%! held.w = mod ((1:60).', 3);
%! held.churn(4:7) = {""};
%! args = {"Epochs", 3, "Verbose", 0, "Keep", "last", "ValidationData"};
%! warning ("off", "nnreg:noResponse", "local");
%! [~, h] = nnreg_fit (T, "churn", args{:}, {held, "churn", "w"});
%! assert (h.ValDataLoss(end), nnreg_evaluate (model, held, "Weights", "w").DataLoss, 1e-5);
%! lastwarn ("");
%! warning ("on", "nnreg:noResponse", "local");
%! nnreg_fit (T, "churn", args{:}, {held, "churn"});
%! assert (lastwarn (), ["nnreg_fit: the response of ValidationData has a gap in 4 of 60 rows, " ...
%!                       "which are left out"]);

## A fold of a search, or a path, is prepared by the rows outside of it: its score is that of a
## model that was trained on a table of these rows alone.
%!test
%! T = churn (240, 8);
%! T.age(1:2:end) += 300;
%! T.plan(strcmp (T.plan, "trial") | strcmp (T.plan, "staff")) = {"basic"};
%! folds = mod ((1:240).', 3) + 1;
%! T.plan(find (folds == 2, 5)) = {"trial"};    # a level that a fold alone has
%! linear = {"LayerSizes", [], "Verbose", 0, "Tolerance", 1e-10};
%! r = nnreg_gridsearch (T, "churn", {"Penalty", {"l1", "group"}, "Lambda", 0.02}, linear{:}, ...
%!                       "CV", folds, "Score", {"LogLoss", "Accuracy"});
%! p = nnreg_path (T, "churn", linear{:}, "Lambda", [0.05, 0.02], "CV", folds);
%! q = nnreg_path (T, "churn", linear{:}, "Lambda", [0.05, 0.02], "CV", folds, "Solver", "fista");
%! warning ("off", "nnreg:newLevel", "local");
%! for fold = 1:3
%!   model = nnreg_fit (rows_of (T, folds != fold), "churn", linear{:}, "Penalty", "l1", ...
%!                      "Lambda", 0.02);
%!   m = nnreg_evaluate (model, rows_of (T, folds == fold));
%!   assert (r.Results(1).Scores.LogLoss(fold), m.LogLoss, 1e-6);
%!   assert (r.Results(1).Scores.Accuracy(fold), m.Accuracy, 1e-12);
%!   assert (p.FoldLosses(fold,p.Lambda == 0.02), m.LogLoss, 1e-6);
%!   assert (q.FoldLosses(fold,q.Lambda == 0.02), m.LogLoss, 1e-6);
%! end
%! # the same recipe for all folds would give other losses
%! X = nnreg_prepare (T, "churn");
%! all = nnreg_path (X, T.churn, linear{:}, "Lambda", [0.05, 0.02], "CV", folds);
%! assert (max (max (abs (all.FoldLosses - p.FoldLosses))) > 1e-4);
%! assert (r.Model.Preparation.NumRows, 240);

%!test # without gaps and with equal levels all folds share one matrix
%! T = rmfield (churn (200, 9), {"age", "plan"});
%! T.x = sin ((1:200).');
%! X = nnreg_prepare (T, "churn");
%! args = {"LayerSizes", [], "Verbose", 0, "NumLambda", 10};
%! a = nnreg_path (T, "churn", args{:});
%! b = nnreg_path (X, T.churn, args{:});
%! assert (a.FoldLosses, b.FoldLosses);
%! assert (a.Models{end}.Weights, b.Models{end}.Weights);

%!test # the same bits for any number of threads
%! T = churn (150, 10);
%! for k = 1:2
%!   r{k} = nnreg_gridsearch (T, "churn", {"LayerSizes", {3, [4 2]}}, "Epochs", 3, "Threads", k, ...
%!                            "Verbose", 0);
%!   p{k} = nnreg_path (T, "churn", "LayerSizes", [], "NumLambda", 8, "Threads", k, "Verbose", 0);
%!   q{k} = nnreg_path (T, "churn", "LayerSizes", 4, "Penalty", "group", "Epochs", 3, ...
%!                      "Threads", k, "Verbose", 0);
%! end
%! assert (vertcat (r{1}.Results.FoldScores), vertcat (r{2}.Results.FoldScores));
%! assert (p{1}.FoldLosses, p{2}.FoldLosses);
%! assert (q{1}.FoldLosses, q{2}.FoldLosses);
%! assert (q{1}.SelectedPredictors{1}, {"age", "plan", "vip"});
%! assert (q{1}.SelectedPredictors{end}, cell (1, 0));
%! # columns of the table leave as one
%! block = nnr.table.layout (q{1}.Models{1}.Preparation);
%! for k = 1:numel (q{1}.Lambda)
%!   live = false (size (block));
%!   live(q{1}.Selected{k}) = true;
%!   for input = unique (block)
%!     assert (numel (unique (live(block == input))), 1);
%!   end
%! end

%!test # MaxFeatures and the printed path count columns of the table
%! T = churn (150, 9);
%! linear = {"LayerSizes", [], "CV", 3, "Verbose", 0};
%! network = {"LayerSizes", 3, "Penalty", "group", "Epochs", 8, "CV", 2, "Verbose", 0};
%! kinds = {linear, [linear, {"Solver", "fista", "NumLambda", 15}], network, ...
%!          [network, {"Method", "lambda", "Lambda", [0.01, 0.05, 0.1, 0.2], "Epochs", 60, ...
%!           "LearnRate", 0.02}]};
%! for args = kinds
%!   all = nnreg_path (T, "churn", args{1}{:});
%!   assert (all.LiveInputs, cellfun (@numel, all.SelectedPredictors));
%!   assert (any (cellfun (@numel, all.Selected) > all.LiveInputs));
%!   assert (max (all.LiveInputs), 3);
%!   r = nnreg_path (T, "churn", args{1}{:}, "MaxFeatures", 2);
%!   few = all.LiveInputs <= 2;
%!   if (isempty (args{1}{2}))             # lambda falls: up to the first point with more
%!     few = ! cummax (! few);
%!   end
%!   assert (any (cellfun (@numel, r.Selected) > 2));
%!   assert ({r.LiveInputs, r.Selected}, {all.LiveInputs(few), all.Selected(few)});
%! end
%! text = evalc ("nnr.path.print (setfield (all, 'Index1SE', 1), 'all')");
%! assert (! isempty (strfind (text, "3 inputs: age, plan, vip\n")));

%!test # a path with a checkpoint goes on, and only with the same table
%! T = churn (150, 11);
%! file = tempname ();
%! args = {"LayerSizes", [], "NumLambda", 12, "Verbose", 0, "CheckpointFile", file};
%! unwind_protect
%!   nnreg_path (T, "churn", args{:}, "OutputFcn", @(r) numel (r.Lambda) == 5);
%!   p = nnreg_path (T, "churn", args{:});
%!   q = nnreg_path (T, "churn", args{1:end - 2});
%!   assert (p.FoldLosses, q.FoldLosses);
%!   T.age(find (! isnan (T.age), 1)) += 1;
%!   assert (! isempty (strfind (refusal (@nnreg_path, T, "churn", args{:}), ...
%!                               "nnreg:badFile nnreg_path: ")));
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect

%!test # a study is of one table
%! T = churn (90, 12);
%! folder = tempname ();
%! args = {{"LayerSizes", {2, 3}}, "Epochs", 2, "CV", 2, "Verbose", 0, "StudyDir", folder};
%! unwind_protect
%!   a = nnreg_gridsearch (T, "churn", args{:});
%!   b = nnreg_gridsearch (T, "churn", args{:});
%!   assert (vertcat (a.Results.FoldScores), vertcat (b.Results.FoldScores));
%!   U = T;
%!   U.age(5) = 33;
%!   assert (! isempty (strfind (refusal (@nnreg_gridsearch, U, "churn", args{:}), ...
%!                               "belongs to another search: X has other values")));
%!   # the data as other processes read them make the same candidates
%!   [study, plan] = nnr.study.reopen (folder);
%!   s = nnr.options.settings ({"Epochs", 2, "Verbose", 0});
%!   [X, y, s] = nnr.train.open_data (T, "churn", s);
%!   nnr.study.keep_data (study, nnr.grid.data_to_keep (X, s), y);
%!   r = nnreg_gridsearch ("collect", folder);
%!   assert (r.Model.Weights, a.Model.Weights);
%!   assert (r.Model.Preparation, a.Model.Preparation);
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect

%!test # gaps of a matrix, when asked
%! X = sin ((1:60).' * (1:3));
%! y = 1 + (X(:,1) + X(:,2) > 0);
%! X(3:7,2) = NaN;
%! X(50,3) = NaN;
%! fault = refusal (@nnreg_fit, X, y);
%! assert (fault, ['nnreg:badData nnreg_fit: X(3,2) is NaN; NaN and Inf are not accepted; to ' ...
%!                 'have gaps filled give "Missing", "median"']);
%! args = {"Epochs", 3, "Verbose", 0};
%! a = nnreg_fit (X, y, args{:}, "Missing", "median", "FeatureNames", {"p", "q", "r"});
%! Z = [X, isnan(X(:,2:3))];
%! Z(3:7,2) = median (X(! isnan (X(:,2)),2));
%! Z(50,3) = median (X(! isnan (X(:,3)),3));
%! b = nnreg_fit (Z, y, args{:});
%! assert (a.Weights, b.Weights);
%! assert (a.FeatureNames, {"p", "q", "r", "q (gap)", "r (gap)"});
%! assert (nthargout (2, @nnreg_predict, a, X), nthargout (2, @nnreg_predict, b, Z));
%! assert (nthargout (2, @nnreg_predict, a, Z), nthargout (2, @nnreg_predict, b, Z));
%! assert (nnreg_predict (a, X(:,[3, 1, 2]), "FeatureNames", {"r", "p", "q"}), ...
%!         nnreg_predict (b, Z));
%! imp = nnreg_importance (a, X, y);
%! assert (imp.Names, {"p", "q", "r"});
%! assert (numel (imp.Importance), 3);

%!test # an InitialModel goes on with its recipe
%! T = churn (200, 13);
%! a = nnreg_fit (T, "churn", "Epochs", 2, "Verbose", 0);
%! b = nnreg_fit (rows_of (T, 1:80), "churn", "Epochs", 1, "Verbose", 0, "InitialModel", a);
%! assert (b.Preparation, a.Preparation);
%! assert (b.InputMean, a.InputMean);
%! X = nnreg_prepare (a, rows_of (T, 1:80));
%! c = nnreg_fit (X, T.churn(1:80), "Epochs", 1, "Verbose", 0, "InitialModel", a);
%! assert (c.Weights, b.Weights);

%! r = nnreg_gridsearch (rows_of (T, 81:200), "churn", {"LearnRate", [1e-3, 1e-2]}, ...
%!                       "InitialModel", a, "Epochs", 1, "Verbose", 0);
%! assert (r.Model.Preparation, a.Preparation);
%! # and of a matrix with names
%! Z = [T.age, T.vip];
%! args = {"Missing", "median", "Epochs", 1, "Verbose", 0};
%! a = nnreg_fit (Z, T.churn, args{:}, "FeatureNames", {"age", "vip"});
%! b = nnreg_fit (Z(1:90,:), T.churn(1:90), args{:}, "InitialModel", a);
%! assert (b.FeatureNames, {"age", "vip", "age (gap)"});
%! assert (refusal (@nnreg_fit, T, "churn", "InitialModel", a), ...
%!         'nnreg:badArgument nnreg_fit: InitialModel was not trained on a table');

%!test # factors and groups are by predictor
%! T = with_id (churn (200, 14));
%! warning ("off", "nnreg:leftOut", "local");
%! model = nnreg_fit (T, "churn", "LayerSizes", [], "Penalty", "group", "Lambda", 0.05, ...
%!                    "Predictors", {"plan", "country", "vip", "age"}, ...
%!                    "PenaltyFactor", [1, 1, 2, Inf], ...
%!                    "Verbose", 0);
%! block = nnr.table.layout (model.Preparation);
%! assert (model.Settings.Groups.', block);
%! assert (model.Settings.PenaltyFactor.', [1, 2, Inf](block));
%! assert (all (model.Weights{1}(:,block == 3)(:) == 0));
%! assert (any (model.Weights{1}(:,block == 1)(:) != 0));
%! s = nnreg_sparsity (model);
%! assert (! any (strcmp (s.PredictorNames, "age")));
%! assert (s.NumPredictors, 3);
%! assert (! isempty (strfind (refusal (@nnreg_fit, T, "churn", "PenaltyFactor", [1, 2]), ...
%!         "PenaltyFactor must have a number for each of the 5 predictors, got 2")));

%!test # importance shuffles a column of the table, as by hand
%! T = churn (250, 15);
%! for sizes = {20, []}
%!   model = nnreg_fit (T, "churn", "Epochs", 20, "LayerSizes", sizes{1}, "Verbose", 0);
%!   for temperature = [1, 2.5]
%!     model.Temperature = temperature;
%!     imp = nnreg_importance (model, T, "churn", "NumRepeats", 1, "Seed", 3);
%!     assert (imp.Names, {"age", "plan", "vip"});
%!     base = nnreg_evaluate (model, T, "churn").DataLoss;
%!     for k = 1:3
%!       U = T;
%!       U.(imp.Names{k}) = T.(imp.Names{k})(__nnreg_shuffle__ (250, 3, k));
%!       assert (imp.Importance(k), nnreg_evaluate (model, U).DataLoss - base, 1e-5);
%!     end
%!   end
%! end

%!test # a compacted model, coefficients, cost
%! T = churn (200, 16);
%! model = nnreg_fit (T, "churn", "LayerSizes", [], "Penalty", "l1", "Lambda", 0.03, "Verbose", 0);
%! small = nnreg_compact (model);
%! assert (numel (small.Inputs) < small.NumInputs);
%! assert (nthargout (2, @nnreg_predict, small, T), nthargout (2, @nnreg_predict, model, T), 1e-12);
%! c = nnreg_coef (model);
%! X = nnreg_prepare (model, T);
%! p = nthargout (2, @nnreg_predict, model, T);
%! assert (log (p(:,2) ./ p(:,1)), X * c.Coefficients + c.Intercept, 1e-9);
%! theta = sin (1:2 * (columns (X) + 1)).';
%! [J, grad] = nnreg_cost (theta, T, "churn", "LayerSizes", []);
%! [J2, grad2] = nnreg_cost (theta, nnreg_prepare (T, "churn"), T.churn, "LayerSizes", []);
%! assert ({J, grad}, {J2, grad2});

%!test # several responses, and numbers as classes
%! k = (1:50).';
%! T = struct ("a", sin (k), "b", {repmat({"u"; "v"}, 25, 1)}, "y", cos (k), ...
%!             "z", int8 (mod (k, 3)));
%! model = nnreg_fit (T, {"y", "a"}, "Task", "regression", "Epochs", 1, "Verbose", 0);
%! assert ({model.Preparation.Columns.Name}, {"b", "z"});
%! assert (size (nnreg_predict (model, T)), [50, 2]);
%! m = nnreg_evaluate (model, T);
%! assert (numel (m.R2), 2);
%! model = nnreg_fit (T, "z", "Epochs", 1, "Verbose", 0);
%! assert (class (nnreg_predict (model, T)), "int8");

%!function write_classes (folder)
%!  # what nnreg asks of the classes table and categorical of the package datatypes, written as its
%!  # manual and source describe them: chained references, and cellstr with "<undefined>"
%!  codes = {"table", ["properties (Access = private)\nN = {};\nV = {};\nend\nmethods\n", ...
%!    "function t = table (s)\nt.N = fieldnames (s).';\nt.V = struct2cell (s);\nend\n", ...
%!    "function varargout = subsref (t, s)\nif (! strcmp (s(1).type, '.'))\n", ...
%!    "error ('two subscripts are needed');\nelseif (strcmp (s(1).subs, 'Properties'))\n", ...
%!    "v = struct ('VariableNames', {t.N});\nelse\nv = t.V{strcmp (t.N, s(1).subs)};\nend\n", ...
%!    "if (numel (s) > 1)\nv = subsref (v, s(2:end));\nend\nvarargout{1} = v;\nend\nend\n"]; ...
%!    "categorical", ["properties (Access = private)\nT = {};\nend\nmethods\n", ...
%!    "function c = categorical (t)\nc.T = t;\nend\n", ...
%!    "function t = cellstr (c)\nt = c.T;\nt(ismissing (c)) = {'<undefined>'};\nend\n", ...
%!    "function g = ismissing (c)\ng = strcmp (c.T, '');\nend\nend\n"]};
%!  for k = 1:rows (codes)
%!    fid = fopen (fullfile (folder, [codes{k,1}, ".m"]), "w");
%!    fprintf (fid, "classdef %s\n%send\n", codes{k,:});
%!    fclose (fid);
%!  end
%!endfunction

%!test # an object of a class "table", with categorical columns
%! folder = tempname ();
%! mkdir (folder);
%! write_classes (folder);
%! addpath (folder);
%! unwind_protect
%!   T = churn (100, 17);
%!   of_class = T;
%!   of_class.plan = categorical (T.plan);
%!   of_class.churn = categorical (T.churn);
%!   a = nnreg_fit (table (of_class), "churn", "Epochs", 1, "Verbose", 0);
%!   b = nnreg_fit (T, "churn", "Epochs", 1, "Verbose", 0);
%!   assert ({a.Weights, a.FeatureNames}, {b.Weights, b.FeatureNames});
%!   assert (any (strcmp (b.FeatureNames, "plan (gap)")));
%!   assert (nnreg_predict (a, table (of_class)), nnreg_predict (b, T));
%! unwind_protect_cleanup
%!   rmpath (folder);
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect

%!test # house prices as they come, where they are: gaps, a column of texts, one call
%! dir = getenv ("NNREG_DATA_DIR");
%! if (isempty (dir))
%!   dir = fullfile ("..", "shared", "data");
%! end
%! file = fullfile (dir, "housing", "housing.csv.gz");
%! if (exist (file, "file") != 2)
%!   assert (isempty (getenv ("CI")), 'CI is set, but "%s" is missing', file);
%!   printf ("table.tst: skipped, no \"%s\"\n", file);
%! else
%!   fid = fopen (file, "rz");
%!   names = strsplit (fgetl (fid), ",");
%!   columns = textscan (fid, [repmat("%f ", 1, 9), "%s"], "Delimiter", ",", "EmptyValue", NaN);
%!   fclose (fid);
%!   T = cell2struct (columns(:), names(:), 1);
%!   n = numel (T.longitude);
%!   order = double (__nnreg_shuffle__ (n, 1, 9));
%!   [held, train] = deal (order(1:round (0.2 * n)), order(round (0.2 * n) + 1:end));
%!   model = nnreg_fit (rows_of (T, train), "median_house_value", "Task", "regression", ...
%!                      "LayerSizes", [64, 64], "Epochs", 60, "ValidationFraction", 0.1, ...
%!                      "Verbose", 0);
%!   assert (model.Preparation.Columns(5).Gaps > 100);
%!   m = nnreg_evaluate (model, rows_of (T, held));
%!   assert (m.RMSE < 53500, "%g", m.RMSE);
%! end

## No leak: with labels that are independent of the table, the cross-validated score of one candidate
## is that of chance, and so are the nested estimates of a search over penalties and of a path: the
## means of 30 trials, nested 8, (make no-leak: 500 each) are near 1/2. One of three means is more
## than two standard errors away in a tenth of all sets of seeds. So the limit is what Student's t
## passes for any of the three in 1 of 100 sets: for 500 trials 2.9 standard errors.
%!test
%! trials = max (30, str2double (getenv ("NNREG_TRIALS")));
%! nested = max (8, str2double (getenv ("NNREG_TRIALS")));
%! linear = {"LayerSizes", [], "CV", 4, "Verbose", 0};
%! accuracy = NaN (trials, 3);
%! for k = 1:trials
%!   T = churn (120, 100 + k);
%!   T.churn = {"no"; "yes"}(1 + (__nnreg_shuffle__ (120, k, 1) > 60));
%!   r = nnreg_gridsearch (T, "churn", {}, "Penalty", "l2", "Lambda", 1e-2, linear{:}, ...
%!                         "Seed", k, "Refit", false);
%!   accuracy(k,1) = r.BestScore;
%!   if (k > nested)
%!     continue
%!   end
%!   r = nnreg_gridsearch (T, "churn", {"Lambda", [1e-3, 1e-2, 1e-1]}, "Penalty", "l1", ...
%!                         linear{:}, "Seed", k, "Nested", 3);
%!   accuracy(k,2) = r.Nested.Mean;
%!   r = nnreg_path (T, "churn", linear{:}, "NumLambda", 8, "LambdaRatio", 0.01, "Seed", k, ...
%!                   "Nested", 3, "Score", "Accuracy");
%!   accuracy(k,3) = r.NestedMin.Mean;
%! end
%! means = [mean(accuracy(:,1)), mean(accuracy(1:nested,2:3))];
%! errors = [std(accuracy(:,1)) / sqrt(trials), std(accuracy(1:nested,2:3)) / sqrt(nested)];
%! text = sprintf ("%.4f (s.e. %.4f)  ", [means; errors]);
%! if (! isempty (getenv ("NNREG_TRIALS")))
%!   fprintf ("%d trials: %s\n", trials, text);
%! end
%! degrees = [trials, nested, nested] - 1;
%! t = (means - 0.5) ./ errors;
%! by_chance = betainc (degrees ./ (degrees + t .^ 2), degrees / 2, 0.5);
%! assert (all (3 * by_chance > 0.01), text);
%!test
%! # a row that outweighs all others is named as in a matrix, by its number in the table
%! T = struct ("a", (1:8).', "y", [1; NaN; 0; 1; 0; 1; 0; 1], "w", [1; 1; 1; 1; 1; 1e6; 1; 1]);
%! lastwarn ("");
%! evalc ('nnreg_fit (T, "y", "Weights", "w", "LayerSizes", [], "Verbose", 0);');
%! assert (lastwarn (), ["nnreg_fit: row 6 of X has the weight 1e+06, all others together 6: " ...
%!                       "they hardly count; correct Weights"]);

%!test # no text becomes numbers by itself: Octave 11 puts that into lastwarn, in place of ours
%! warning ("error", "Octave:str-to-num", "local");
%! T = churn (60, 5);
%! T.churn(1:2) = {"No"};        # beside "no"
%! folder = tempname ();
%! mkdir (folder);
%! file = @(name) fullfile (folder, name);
%! unwind_protect
%!   for again = 1:2             # the second reads what the first wrote
%!     model = nnreg_fit (T, "churn", "Epochs", 2, "Verbose", 0, "CheckpointFile", file ("fit"));
%!     nnreg_gridsearch (T, "churn", {"Lambda", [0.1, 1]}, "LayerSizes", [], "Penalty", "l2", ...
%!                       "CV", 2, "Verbose", 0, "StudyDir", file ("study"));
%!   end
%!   nnreg_export (model, file ("model.c"));
%!   fid = fopen (file ("a.csv"), "w");
%!   fputs (fid, "# new\nage,plan\n3,gold\n");
%!   fclose (fid);
%!   assert (nnreg_readtable (file ("a.csv"), "CommentStyle", "#").plan, {"gold"});
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect
