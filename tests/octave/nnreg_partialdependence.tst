## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Tests of nnreg_partialdependence, beside means of nnreg_predict for rows that were changed.

%!function T = people (n, seed)
%!  rand ("twister", seed);
%!  T.age = round (20 + 50 * rand (n, 1));
%!  T.plan = {"basic"; "gold"; "silver"}(ceil (3 * rand (n, 1)));
%!  T.vip = rand (n, 1) < 0.3;
%!  T.churn = {"no"; "yes"}(1 + (rand (n, 1) < 0.3 + 0.4 * strcmp (T.plan, "gold")));
%!  T.age(rand (n, 1) < 0.1) = NaN;
%!  T.plan(rand (n, 1) < 0.1) = {""};
%!endfunction
%!function values = by_hand (model, X, change, points, w)
%!  # the weighted mean of the predictions of X after CHANGE (X, point)
%!  for k = 1:numel (points)
%!    [yhat, scores] = nnreg_predict (model, change (X, points{k}));
%!    if (strcmp (model.Task, "regression"))
%!      scores = yhat;
%!    end
%!    values(k,:) = w.' * double (scores) / sum (w);
%!  end
%!endfunction
%!function X = put (X, j, v)
%!  X(:,j) = v;
%!endfunction

%!test # columns of a matrix: classes, responses; deep, linear and compacted; full and sparse
%! rand ("twister", 2);
%! X = rand (60, 4) .* (rand (60, 4) > 0.3);
%! y = 1 + (X(:,1) > 0.4) + (X(:,2) > 0.7);
%! args = {"Epochs", 40, "Verbose", 0, "Precision", "double"};
%! w = rand (60, 1);
%! models = {nnreg_fit(X, y, args{:}, "LayerSizes", 5), ...
%!           nnreg_fit(X, [y, -X(:,3)], args{:}, "Task", "regression", "LayerSizes", [4, 3]), ...
%!           nnreg_fit(1e6 * X + 3e6, 1e4 * y, args{:}, "Task", "regression", "LayerSizes", [])};
%! for m = models
%!   Z = X;
%!   if (isempty (m{1}.LayerSizes))
%!     Z = 1e6 * X + 3e6;
%!   end
%!   for j = 1:4
%!     pd = nnreg_partialdependence (m{1}, Z, j, "NumPoints", 7, "Weights", w);
%!     p = pd.Points{1};
%!     assert ({numel(p), pd.Names}, {7, {sprintf("column %d", j)}});
%!     want = by_hand (m{1}, Z, @(X, v) put (X, j, v), num2cell (p), w);
%!     assert (pd.Values, want, 1e-9 * max (abs (want(:))));
%!     assert (nnreg_partialdependence (m{1}, sparse (Z), j, "NumPoints", 7, "Weights", w).Values, ...
%!             pd.Values, 1e-9 * max (abs (want(:))));
%!     assert (nnreg_partialdependence (nnreg_compact (m{1}), Z, j, "NumPoints", 7, ...
%!                                      "Weights", w).Values, pd.Values, 1e-9 * max (abs (want(:))));
%!   end
%! end

%!test # the points are between the 5% and the 95% quantile; the mean is that of the rows
%! X = [(0:100).', cos((0:100).')];
%! m = nnreg_fit (X, X(:,1), "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! pd = nnreg_partialdependence (m, X, 1, "NumPoints", 10);
%! assert (pd.Points{1}, linspace (5, 95, 10).', 1e-12);
%! assert (pd.Mean, mean (nnreg_predict (m, X)), 1e-6);
%! assert (nnreg_partialdependence (m, X, 1, "NumPoints", 200).Points{1}, X(:,1));
%! d = pd.Distribution;
%! assert ([sum(d.Share), d.Outside, d.Gaps], [91, 5, 5, 0] / 101, 1e-12);
%! # a bin has as many whole numbers as another one
%! assert (d.Edges([1:3, end - 1, end]), [5, 8.5, 12.5, 92.5, 95]);
%! assert (d.Share, [4 * ones(1, 22), 3] / 101, 1e-12);
%! d = nnreg_partialdependence (m, X / 2, 1, "NumPoints", 10).Distribution;
%! assert ([numel(d.Edges), d.Edges([1, end])], [31, 2.5, 47.5], 1e-12);
%! assert (d.Share([1, 2, 30]), [3, 3, 4] / 101, 1e-12);

%!test # a weight of 2 is the row twice, 0 the row removed, whatever it holds
%! rand ("twister", 3);
%! X = rand (40, 3);
%! m = nnreg_fit (X, X(:,1) > 0.5, "Epochs", 20, "Verbose", 0, "Precision", "double");
%! w = mod ((1:40).', 3);
%! twice = repelems (1:40, [1:40; w.']);
%! want = nnreg_partialdependence (m, X(twice,:), 2, "NumPoints", 5);
%! X(w == 0,:) = NaN;
%! pd = nnreg_partialdependence (m, X, 2, "NumPoints", 5, "Weights", w);
%! assert (pd.Points{1}, want.Points{1}, 1e-12);
%! assert (pd.Values, want.Values, 1e-12);
%! assert (pd.Distribution.Share, want.Distribution.Share, 1e-12);
%! assert (pd.NumSamples, nnz (w));

%!test # columns of a table: a number with gaps, texts with gaps, a logical; a temperature counts
%! T = people (150, 4);
%! model = nnreg_fit (T, "churn", "Epochs", 40, "LayerSizes", 4, "Precision", "double", ...
%!                    "Verbose", 0);
%! model.Temperature = 1.7;
%! w = ones (150, 1);
%! set_to = @(name) @(T, v) setfield (T, name, repmat (v, 150, 1));
%! for how = {"age", {25; 33.5; 60}, [25, 33.5, 60]; ...
%!            "plan", {{"silver"}; {""}; {"basic"}}, {"silver", "(gap)", "basic"}; ...
%!            "vip", {true; false}, [true, false]}.'
%!   pd = nnreg_partialdependence (model, T, how{1}, "QueryPoints", how{3});
%!   assert (pd.Values, by_hand (model, T, set_to (how{1}), how{2}, w), 1e-9);
%!   assert (pd.Names, how(1));
%! end
%! pd = nnreg_partialdependence (model, T, "plan");
%! assert (pd.Points{1}, {"basic"; "gold"; "silver"; "(gap)"});
%! shares = cellfun (@(level) mean (strcmp (T.plan, level)), {"basic", "gold", "silver", ""});
%! assert (pd.Distribution.Share, shares, 1e-12);
%! gaps = nnreg_partialdependence (model, T, 1).Distribution.Gaps;
%! assert (gaps, mean (isnan (T.age)), 1e-12);
%! assert (gaps > 0);
%! X = nnreg_prepare (model, T);         # the matrix does as well
%! assert (nnreg_partialdependence (model, X, "plan"), pd);

%!test # two inputs, of both kinds
%! T = people (100, 6);
%! model = nnreg_fit (T, "churn", "Epochs", 30, "LayerSizes", 4, "Precision", "double", ...
%!                    "Verbose", 0);
%! pd = nnreg_partialdependence (model, T, {"plan", "age"}, "QueryPoints", {[], [30, 40]});
%! assert (size (pd.Values), [4, 2, 2]);
%! for i = 1:4
%!   of_plan = setfield (T, "plan", repmat ({{"basic", "gold", "silver", ""}{i}}, 100, 1));
%!   want = by_hand (model, of_plan, @(T, v) setfield (T, "age", repmat (v, 100, 1)), ...
%!                   {30; 40}, ones (100, 1));
%!   assert (squeeze (pd.Values(i,:,:)), want, 1e-9);
%! end
%! assert (size (nnreg_partialdependence (model, T, [1, 3]).Values), [20, 2, 2]);

%!test # single rows; their mean is the dependence
%! rand ("twister", 7);
%! X = rand (30, 2);
%! m = nnreg_fit (X, prod (X, 2), "Task", "regression", "Epochs", 50, "Verbose", 0, ...
%!                "Precision", "double");
%! pd = nnreg_partialdependence (m, X, 1, "ICE", 30, "NumPoints", 4);
%! assert (mean (pd.ICE, 2), pd.Values, 1e-12);
%! pd = nnreg_partialdependence (m, X, 1, "ICE", 5, "NumPoints", 4, "Seed", 2);
%! assert (size (pd.ICE), [4, 5]);
%! assert (numel (unique (pd.Rows)), 5);
%! for k = 1:4
%!   assert (pd.ICE(k,:).', nnreg_predict (m, put (X(pd.Rows,:), 1, pd.Points{1}(k))), 1e-12);
%! end

%!test # an input without weights changes nothing; columns that a compacted model lacks
%! X = rand (20, 3);
%! m = nnreg_fit (X, X(:,1) > 0.5, "LayerSizes", [], "Penalty", "l1", "Lambda", 0.05, "Verbose", 0);
%! m.Weights{1}(:,2) = 0;
%! pd = nnreg_partialdependence (m, X, 2);
%! assert (pd.Values, repmat (pd.Mean, 20, 1));
%! small = nnreg_compact (m);
%! fail ("nnreg_partialdependence (small, X(:,small.Inputs), 2)", ...
%!       "nnreg_partialdependence: column 2 is not among those that MODEL reads");

%!test # gaps of a matrix
%! X = [1 2; NaN 3; 4 5; 7 NaN; 2 2; 3 1];
%! m = nnreg_fit (X, [1; 2; 1; 2; 1; 1], "Missing", "median", "Epochs", 20, "Verbose", 0, ...
%!                "Precision", "double");
%! pd = nnreg_partialdependence (m, X, 1, "QueryPoints", [2; 6]);
%! assert (pd.Values, by_hand (m, X, @(X, v) put (X, 1, v), {2; 6}, ones (6, 1)), 1e-12);

%!test # a search, a path; what is printed
%! T = people (90, 8);
%! r = nnreg_gridsearch (T, "churn", {}, "LayerSizes", [], "Verbose", 0);
%! pd = nnreg_partialdependence (r.Model, T, "plan");
%! of_search = nnreg_partialdependence (r, T, "plan");
%! assert (strncmp (of_search.Origin, "Model of the search", 19));
%! assert (rmfield (of_search, "Origin"), pd);
%! lines = strsplit (evalc ("nnreg_partialdependence (r.Model, T, 'plan')"), "\n");
%! assert (lines{1}, "Partial dependence on plan, 90 samples");
%! assert (lines{2}, "  plan          no       yes");
%! assert (lines{3}, ["  basic ", sprintf("%10.4g", pd.Values(1,:))]);
%! assert (numel (lines), 7);
%! text = evalc ("nnreg_partialdependence (r.Model, T, {'age', 'plan'})");
%! assert (! isempty (strfind (text, "yes; across: plan")));
%! assert (max (cellfun (@numel, strsplit (text, "\n"))) < 80);

%!shared m, X, t, T
%! X = [1 2; 3 5; 4 1; 2 2];
%! m = nnreg_fit (X, [1; 2; 2; 1], "Epochs", 1, "Verbose", 0);
%! T = people (60, 9);
%! t = nnreg_fit (T, "churn", "Epochs", 1, "Verbose", 0);
%!error <nnreg_partialdependence: the inputs must be one or two column numbers up to 2, or names, g>
%! nnreg_partialdependence (m, X, 3)
%!error <nnreg_partialdependence: the inputs: the table has no column "pan"; did you mean "plan"\?>
%! nnreg_partialdependence (t, T, "pan")
%!error <nnreg_partialdependence: give one input or two different ones, got \[1 1\]>
%! nnreg_partialdependence (m, X, [1, 1])
%!error <nnreg_partialdependence: QueryPoints of plan must be among basic, gold, silver, \(gap\), got >
%! nnreg_partialdependence (t, T, "plan", "QueryPoints", {"platinum"})
%!error <nnreg_partialdependence: QueryPoints of age must be finite numbers, got "old">
%! nnreg_partialdependence (t, T, "age", "QueryPoints", "old")
%!error <nnreg_partialdependence: QueryPoints of two inputs must be a cell with the points of each, g>
%! nnreg_partialdependence (m, X, [1, 2], "QueryPoints", [1, 2])
%!error <nnreg_partialdependence: ICE is for one input, got 2 inputs>
%! nnreg_partialdependence (m, X, [1, 2], "ICE", 3)
%!error <nnreg_partialdependence: unknown option "ice_lines"> ...
%! nnreg_partialdependence (m, X, 1, "ice_lines", 3)
