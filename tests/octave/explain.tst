## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Pictures of partial dependence, predictions and residuals.

%!function [h, guard] = drawn (varargin)
%!  axs = nnreg_plot (varargin{:}, "File", [tempname(), ".png"]);
%!  h = struct ("Axes", axs, "Figure", ancestor (axs(1), "figure"), ...
%!              "Kind", getappdata (axs(1), "nnreg_picture").Kind);
%!  guard = onCleanup (@() close (h.Figure));
%!endfunction
%!function [x, y] = lines_of (ax)
%!  # the data of the lines of AX, the oldest first
%!  lines = flipud (findobj (ax, "type", "line"));
%!  [x, y] = deal (get (lines, "xdata"), get (lines, "ydata"));
%!  if (! iscell (x))
%!    [x, y] = deal ({x}, {y});
%!  end
%!endfunction
%!function T = people (n, seed)
%!  rand ("twister", seed);
%!  T.age = round (20 + 50 * rand (n, 1));
%!  T.plan = {"basic"; "gold"; "silver"}(ceil (3 * rand (n, 1)));
%!  T.churn = {"no"; "yes"}(1 + (rand (n, 1) < 0.3 + 0.4 * strcmp (T.plan, "gold")));
%!  T.age(rand (n, 1) < 0.1) = NaN;
%!endfunction
%!function has = has_graphics ()
%!  has = ! isempty (available_graphics_toolkits ());
%!endfunction

%!testif ; has_graphics ()
%! # the line is the dependence, in percent; single rows are behind it; bars are the rows
%! T = people (80, 1);
%! model = nnreg_fit (T, "churn", "LayerSizes", 4, "Epochs", 20, "Verbose", 0);
%! pd = nnreg_partialdependence (model, T, "age", "ICE", 6);
%! [h, guard] = drawn (pd);
%! assert (h.Kind, "dependence");
%! [x, y] = lines_of (h.Axes(1));
%! assert (numel (y), 8);
%! assert (y{7}(:), 100 * pd.Values(:,2), 1e-9);
%! assert (x{7}(:), pd.Points{1});
%! assert (vertcat (y{1:6}), 100 * pd.ICE(:,:,2).', 1e-9);
%! assert (y{8}, 100 * pd.Mean(2) * [1, 1], 1e-9);
%! bars = findobj (h.Axes(2), "type", "patch");
%! assert (max (get (bars, "ydata"), [], 1)(:), 100 * pd.Distribution.Share(:), 1e-9);

%!testif ; has_graphics ()
%! # levels: a dot each, of classes a colour each
%! T = people (80, 2);
%! pd = nnreg_partialdependence (nnreg_fit (T, "plan", "Epochs", 10, "Verbose", 0), T, "churn");
%! [h, guard] = drawn (pd);
%! [x, y] = lines_of (h.Axes(1));
%! assert (cell2mat (x(1:3)), 100 * pd.Values.', 1e-9);
%! assert (y{1}, [1, 2]);
%! assert (get (h.Axes(1), "yticklabel")(:), {"no"; "yes"});

%!testif ; has_graphics ()
%! # an image over two inputs, one for each response
%! rand ("twister", 3);
%! X = rand (40, 2);
%! model = nnreg_fit (X, [X(:,1), prod(X, 2)], "Task", "regression", "Epochs", 5, "Verbose", 0);
%! pd = nnreg_partialdependence (model, X, [1, 2], "NumPoints", 5);
%! [h, guard] = drawn (pd);
%! assert (numel (h.Axes), 4);
%! assert (numel (findobj (h.Figure, "type", "image")) >= 2);
%! assert (sum (pd.Distribution(1).Near), 1, 1e-12);

%!testif ; has_graphics ()
%! # predicted over true values, and their differences
%! y = [1; 2; 4; 8];
%! yhat = [1; 3; 3; 9];
%! m = nnreg_metrics (y, yhat, "Task", "regression");
%! [h, guard] = drawn (m);
%! assert (h.Kind, "predicted");
%! [px, py] = lines_of (h.Axes);
%! assert (sortrows ([px{1}(:), py{1}(:)]), sortrows ([y, yhat]));
%! assert (px{end}, py{end});            # the diagonal
%! [h, guard2] = drawn (m, "Kind", "residuals");
%! [px, py] = lines_of (h.Axes(1));
%! assert (sortrows ([px{1}(:), py{1}(:)]), sortrows ([yhat, y - yhat]));
%! share = get (findobj (h.Axes(2), "type", "patch"), "xdata");
%! assert (sum (max (share, [], 1)), 100, 1e-9);

%!testif ; has_graphics ()
%! # many rows: no more dots than places, none lost; medians by hand
%! randn ("twister", 4);
%! y = randn (20000, 1);
%! yhat = y + 0.2 * randn (20000, 1);
%! [h, guard] = drawn (nnreg_metrics (y, yhat, "Task", "regression"), "Kind", "residuals");
%! [px, py] = lines_of (h.Axes(1));
%! dots = cellfun (@numel, px)(1:end - 4);
%! assert (sum (dots) < 10000);
%! x = horzcat (px{1:end - 4});
%! assert ([min(x), max(x)], [min(yhat), max(yhat)], 0.02 * range (yhat));
%! [~, order] = sort (yhat);
%! first = order(1:1000);
%! assert (py{end}(1), median (y(first) - yhat(first)), 1e-3);
%! assert (numel (py{end}), 20);

%!testif ; has_graphics ()
%! # a search and a path: the rows out of fold
%! X = [(1:40).', cos((1:40).')];
%! y = 3 * X(:,1) + X(:,2) + sin (7 * X(:,1));
%! args = {"Task", "regression", "LayerSizes", [], "CV", 4, "Verbose", 0};
%! r = nnreg_gridsearch (X, y, {}, args{:});
%! p = nnreg_path (X, y, "NumLambda", 5, args{:});
%! for result = {r, r.OutOfFold; p, p.OutOfFoldMin}.'
%!   [h, guard] = drawn (result{1}, "Kind", "predicted");
%!   [px, py] = lines_of (h.Axes);
%!   got = sortrows ([horzcat(px{1:end - 1}); horzcat(py{1:end - 1})].');
%!   assert (got, sortrows ([result{2}.Y, double(result{2}.Scores)]), 1e-9);
%!   guard = [];
%! end

%!error <nnreg_plot: X has no predictions of a regression: a search or a path has them with folds an>
%! X = [(1:20).', cos((1:20).')];
%! r = nnreg_gridsearch (X, X(:,1) > 5, {}, "LayerSizes", [], "Verbose", 0);
%! nnreg_plot (r, "Kind", "residuals")
%!error <nnreg_plot: X does not hold together: Values must have a number for each point and output>
%! X = [(1:20).', cos((1:20).')];
%! m = nnreg_fit (X, X(:,1) > 5, "LayerSizes", [], "Verbose", 0);
%! nnreg_plot (setfield (nnreg_partialdependence (m, X, 1), "Values", [1; 2]))
%!error <the inputs of MODEL have no names, .*: give column numbers up to 2, got "age"$>
%! m = nnreg_fit ([1, 2; 3, 1; 2, 5], [1; 2; 3], "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! nnreg_partialdependence (m, [1, 2], "age")
