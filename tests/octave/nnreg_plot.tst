## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_plot; the short ones and the errors are in its own file.

%!function [model, history, X, y] = digits_model ()
%!  [X, y] = nnreg_digits ();
%!  [X, y] = deal (X(1:500,:) / 16, y(1:500));
%!  [model, history] = nnreg_fit (X, y, "LayerSizes", 9, "Epochs", 6, "Penalty", "l1", "Lambda", ...
%!                                2e-3, "ValidationFraction", 0.2, "BatchSize", 16, "Verbose", 0);
%!endfunction
%!function p = some_path ()
%!  p = struct ("Lambda", 10 .^ (-4:0.5:-1), "Mean", [0.8, 0.85, 0.9, 0.92, 0.9, 0.7, 0.3], ...
%!              "SE", 0.01 * ones (1, 7), "ScoreName", "Accuracy", "Zeros", (0:6) / 6, ...
%!              "LiveInputs", 7:-1:1, "LiveUnits", 7:-1:1, "IndexMin", 4, "Index1SE", 5, ...
%!              "TrainLoss", 0.1:0.1:0.7, "Method", "lambda", "LambdaMin", 10 ^ -2.5, ...
%!              "Lambda1SE", 1e-2, "Penalty", "l1");
%!endfunction
%!function [p, closer] = drawn (varargin)
%!  # in a figure of its own, which closer closes when it goes
%!  set (get (0, "children"), "nextplot", "new");
%!  p = described (nnreg_plot (varargin{:}));
%!  closer = onCleanup (@() close (p.Figure));
%!endfunction
%!function p = described (h)
%!  p = struct ("Axes", h, "Figure", ancestor (h(1), "figure"), ...
%!              "Kind", getappdata (h(1), "nnreg_picture").Kind);
%!endfunction
%!function texts = texts_in (ax)
%!  texts = get (findall (ax, "type", "text"), "string");
%!endfunction
%!function texts = all_texts (fig)
%!  texts = get (findall (fig, "type", "text"), "string");
%!  texts = texts(! cellfun (@isempty, texts));
%!endfunction
%!function rgb = pixels (ax)
%!  rgb = get (findall (ax, "type", "image"), "cdata");
%!endfunction
%!function share = grey_share (ax)
%!  share = mean ((all (abs (pixels (ax) - 0.72) < 1e-9, 3))(:));
%!endfunction
%!test
%! # a file of each kind, and nothing left open
%! [model, history] = digits_model ();
%! before = get (0, "children");
%! marks = {"png", char([137, 80, 78, 71]); "pdf", "%PDF"; "svg", "<?xm"};
%! for k = 1:3
%!   file = [tempname() "." marks{k,1}];
%!   unwind_protect
%!     nnreg_plot (history, "File", file);
%!     fid = fopen (file);
%!     assert (fread (fid, 4, "uint8=>char").', marks{k,2});
%!     fclose (fid);
%!     assert (stat (file).size > 2000);
%!   unwind_protect_cleanup
%!     [~, ~] = unlink (file);
%!   end_unwind_protect
%! end
%! assert (get (0, "children"), before);
%!test
%! # a figure for a file goes, as after an error; the user's current one stays
%! mine = [figure("visible", "off"), figure("visible", "off"), figure("visible", "off")];
%! file = [tempname() ".svg"];
%! unwind_protect
%!   set (0, "currentfigure", mine(2));
%!   before = sort (get (0, "children"));
%!   nnreg_plot (some_path (), "File", file);
%!   assert (get (0, "currentfigure"), mine(2));
%!   fail ('nnreg_plot (some_path (), "File", "/proc/a.png")', 'cannot write File "/proc/a.png"');
%!   two = {digits_model(), digits_model()};
%!   fail ('nnreg_plot (two, "Labels", {"a"})', "Labels must be");
%!   assert (get (0, "currentfigure"), mine(2));
%!   assert (sort (get (0, "children")), before);
%!   assert (arrayfun (@(f) isempty (allchild (f)), mine));
%!   h = described (nnreg_plot (some_path (), "File", file));
%!   mine(end + 1) = h.Figure;
%!   assert (get (0, "currentfigure"), mine(2));
%! unwind_protect_cleanup
%!   close (mine);
%!   [~, ~] = unlink (file);
%! end_unwind_protect
%!test
%! # a new figure stays for print, where no window opens too, and is the current one
%! set (get (0, "children"), "nextplot", "new");
%! before = get (0, "children");
%! file = [tempname() ".svg"];
%! nnreg_plot (some_path ());
%! kept = setdiff (get (0, "children"), before);
%! unwind_protect
%!   assert ({numel(kept), get(0, "currentfigure")}, {1, kept});
%!   assert (get (kept, "visible"), "off");
%!   print (file);
%!   assert (stat (file).size > 5000);
%!   # a later picture takes its place, as after plot
%!   h = described (nnreg_plot (some_path ()));
%!   assert (h.Figure, kept);
%!   assert (numel (findall (kept, "type", "axes", "visible", "on")), 2);
%! unwind_protect_cleanup
%!   close (kept);
%!   [~, ~] = unlink (file);
%! end_unwind_protect
%!function boxes = places_in (fig)
%!  boxes = cell2mat (get (findall (fig, "type", "axes"), {"position"}));
%!endfunction
%!function yes = within (ax, box)
%!  # whether axes lie in the place [left, bottom, width, height]
%!  at = cell2mat (get (ax(:), {"position"}));
%!  yes = all (at(:,1:2) >= box(1:2) - 1e-6, 2) ...
%!        & all (at(:,1:2) + at(:,3:4) <= box(1:2) + box(3:4) + 1e-6, 2);
%!endfunction
%!test
%! # pictures of one and of several panels side by side in an invisible figure, as print sees it
%! [model, history] = digits_model ();
%! fig = figure ("visible", "off");
%! unwind_protect
%!   left = subplot (1, 2, 1);
%!   place = get (left, "outerposition");
%!   a = described (nnreg_plot (history));
%!   assert ({a.Figure, a.Axes(1), gca()}, {fig, left, left});
%!   assert (within (a.Axes, [0, 0, 0.5, 1]));
%!   right = subplot (1, 2, 2);
%!   b = described (nnreg_plot (model));
%!   assert ({b.Axes, gca(), ishghandle(a.Axes)}, {right, right, true(1, 4)});
%!   colourbar = findall (fig, "tag", "colourbar");
%!   assert (within ([b.Axes, colourbar], [0.5, 0, 0.5, 1]), [true; true]);
%!   # subplot's own places differ in width, those of pictures do not: one model in both
%!   nnreg_plot (left, model);
%!   assert (get (left, "position") + [0.5, 0, 0, 0], get (right, "position"), 1e-12);
%!   a = described (nnreg_plot (left, history));
%!   # the places are found again, and nothing is lost by it
%!   count = numel (allchild (fig));
%!   assert (subplot (1, 2, 1), left);
%!   assert (subplot (1, 2, 2), right);
%!   assert (numel (allchild (fig)), count);
%!   # what is drawn there later takes the whole place again
%!   subplot (1, 2, 1);
%!   plot (1:3);
%!   assert (get (left, "outerposition"), place, 1e-6);
%!   assert (numel (allchild (fig)), 3);
%!   assert (ishghandle (a.Axes), [true, false, false, false]);
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%!test
%! # axes, a figure or a uipanel first, or as Parent
%! fig = figure ("visible", "off");
%! other = figure ("visible", "off");
%! unwind_protect
%!   ax = axes ("parent", fig, "position", [0.6, 0.2, 0.3, 0.3]);
%!   rest = axes ("parent", fig, "position", [0.1, 0.2, 0.3, 0.3]);
%!   place = get (ax, "outerposition");
%!   for args = {{ax, some_path()}, {some_path(), "Parent", ax}, {ax, some_path(), "path"}}
%!     h = described (nnreg_plot (args{1}{:}));
%!     assert ({h.Figure, h.Axes(1), get(fig, "currentaxes")}, {fig, ax, ax});
%!     assert (within (h.Axes, place), [true; true]);
%!     assert (ishghandle (rest));
%!   end
%!   assert (isempty (allchild (other)));
%!   # a panel of a picture stands for all of it
%!   again = described (nnreg_plot (h.Axes(2), some_path ()));
%!   assert (again.Axes(1), ax);
%!   assert (numel (findall (fig, "type", "axes", "visible", "on")), 3);
%!   h = described (nnreg_plot (fig, some_path ()));
%!   assert (ishghandle ([ax, rest]), [false, false]);
%!   assert (max (places_in (fig)(:,3)) > 0.6);
%!   panel = uipanel (other, "position", [0.5, 0, 0.5, 1]);
%!   h = described (nnreg_plot (panel, some_path ()));
%!   assert (get (h.Axes, "parent"), {panel; panel});
%!   assert (h.Figure, other);
%!   nnreg_plot (panel, some_path ());
%!   assert (numel (findall (other, "type", "axes", "visible", "on")), 2);
%! unwind_protect_cleanup
%!   close ([fig, other]);
%! end_unwind_protect
%!test
%! # hold: what is there stays, limits show both, and the place is kept
%! fig = figure ("visible", "off");
%! unwind_protect
%!   p = some_path ();
%!   first = described (nnreg_plot (p));
%!   place = places_in (fig);
%!   hold on;
%!   p.Lambda /= 10;
%!   [p.LambdaMin, p.Lambda1SE] = deal (p.LambdaMin / 10, p.Lambda1SE / 10);
%!   second = described (nnreg_plot (p));
%!   assert (second.Axes, first.Axes);
%!   assert (sortrows (places_in (fig)), sortrows (place), 1e-9);
%!   assert (ishold (first.Axes(1)));
%!   curves = findall (first.Axes(2), "tag", "curve");
%!   assert (sort (get (curves, "linestyle")), {"-"; "--"});
%!   assert (any (strcmp (all_texts (fig), "Paths: l1 solid, l1 dashed")));
%!   at = get (curves, "xdata");
%!   assert (sort (cellfun (@min, at(cellfun (@numel, at) == 7)))(:).', [1e-5, 1e-4], 1e-12);
%!   assert (xlim (first.Axes(2))(1) < 1e-5 && xlim (first.Axes(2))(2) > 0.1);
%!   hold off;
%!   nnreg_plot (p);
%!   assert (numel (findall (gca (), "linestyle", "-", "marker", "o")), 1);
%!   # the user's own curves
%!   clf;
%!   mine = plot ([1, 2], [300, 400]);
%!   hold on;
%!   h = described (nnreg_plot (digits_model (), "histogram"));
%!   assert (ishghandle (mine) && get (mine, "parent") == h.Axes);
%!   assert (ylim ()(2) >= 400);
%!   # a picture after which hold is off leaves it off
%!   hold off;
%!   h = described (nnreg_plot (p));
%!   assert (! any (arrayfun (@ishold, h.Axes)));
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%!test
%! # what goes together: a kind without its name, models one after the other
%! [model, history] = digits_model ();
%! [p, closer] = drawn (model, "History");
%! assert ({p.Kind, numel(p.Axes)}, {"history", 4});
%! [p, closer] = drawn (model, "inputs", "ImageOrder", "columns");
%! assert (p.Kind, "inputs");
%! [p, closer] = drawn (model, model);
%! assert ({p.Kind, numel(p.Axes)}, {"histogram", 2});
%! [p, closer] = drawn ([model, model]);
%! assert ({p.Kind, numel(p.Axes)}, {"histogram", 2});
%! [p, closer] = drawn (model, model, model, "Labels", {"a", "b", "c"});
%! assert (numel (p.Axes), 3);
%! [p, closer] = drawn (model, struct ("Kind", "inputs"));
%! assert (p.Kind, "inputs");
%!test
%! # names that are not UTF-8 are drawn as Latin-1
%! names = {"a"; ["caf", char(233)]};
%! [p, closer] = drawn (nnreg_metrics (names([1, 2]), names([1, 2])));
%! assert (any (strncmp (get (p.Axes, "yticklabel"), ["caf", char([195, 169])], 5)));
%!test
%! # a history: each line is a field, and the best epoch has a line
%! [model, h] = digits_model ();
%! [p, closer] = drawn (model, "Kind", "history");
%! assert ({p.Kind, numel(p.Axes)}, {"history", 4});
%! lines = flipud (findall (p.Axes(1), "type", "line"));
%! assert (get (lines(1), "ydata")(:), h.DataLoss);
%! assert (get (lines(2), "ydata")(:), h.ValDataLoss);
%! [~, best] = min (h.ValLoss);
%! assert (get (lines(3), "xdata")(:), [best; best]);
%! assert (get (findall (p.Axes(2), "type", "line")(end), "ydata")(:), h.Penalty);
%! assert (get (findall (p.Axes(3), "type", "line")(end), "ydata")(:), 100 * h.Accuracy);
%! assert (get (findall (p.Axes(4), "type", "line")(end), "ydata")(:), 100 * h.Zeros);
%!test
%! # a Lambda that changes: the line is at the epoch that was kept, and the key says why
%! [X, y] = nnreg_digits ();
%! [model, h] = nnreg_fit (X(1:600,:) / 16, y(1:600), "LayerSizes", 9, "Epochs", 8, "BatchSize", 16, ...
%!                         "Penalty", "l1", "Lambda", @(k) 1e-3 * max (0, k - 2), ...
%!                         "ValidationFraction", 0.25, "Verbose", 0);
%! [~, kept] = min (h.ValDataLoss);
%! [~, other] = min (h.ValLoss);
%! assert (kept != other);
%! [p, closer] = drawn (h);
%! lines = flipud (findall (p.Axes(1), "type", "line"));
%! assert (get (lines(3), "xdata")(:), [kept; kept]);
%! key = findall (p.Figure, "tag", "key");
%! texts = get (findall (key, "type", "text"), "string");
%! assert (any (strcmp (texts, sprintf ("lowest validation data loss: epoch %d", kept))));
%!test
%! # zeros are grey, each weight at its pixel
%! model = digits_model ();
%! [p, closer] = drawn (model);
%! W = double (model.Weights{1});
%! grid_pixels = 28 ^ 2;     # 9 images of 8x8 and a pixel around each
%! assert (grey_share (p.Axes), sum (W(:) == 0) / grid_pixels, 1e-12);
%! fine = rows (pixels (p.Axes)) / 28;
%! rgb = pixels (p.Axes)(1 + fine:fine:end,1 + fine:fine:end,:);
%! first = reshape (W(1,:), 8, 8).';
%! blue = rgb(1:8,1:8,3) - rgb(1:8,1:8,1);
%! assert (sign (round (1e9 * blue)), -sign (first));
%! assert (any (first(:) > 0) && any (first(:) < 0));
%!test
%! # inputs: what nnreg_sparsity says is not alive is grey; names make bars
%! model = digits_model ();
%! model.Weights{1}(:,[1, 8, 30]) = 0;
%! [p, closer] = drawn (model, "Kind", "inputs");
%! s = nnreg_sparsity (model);
%! assert (grey_share (p.Axes), 1 - s.NumLiveInputs / 64, 1e-12);
%! model.FeatureNames = arrayfun (@(j) sprintf ("p%d", j), 1:64, "UniformOutput", false);
%! [p, closer] = drawn (model, "Kind", "inputs");
%! assert (get (p.Axes, "yticklabel"){1}, sprintf ("p%d", s.SelectedInputs(1)));
%!test
%! # bars have one colour: patch takes three numbers for the colours of three bars
%! model = nnreg_fit (magic (4)(:,1:3), [1; 2; 1; 2], "LayerSizes", [], "BatchSize", 2, ...
%!                    "Verbose", 0);
%! model.Weights{1} = [1, 2, 3; 0, 0, 0];
%! m = nnreg_metrics ([1; 2; 1], [1; 2; 1], [0.9, 0.1; 0.3, 0.7; 0.6, 0.4]);
%! for drawn = {{model, "weights"}, {model, "inputs"}, {model, "histogram"}, {m, "calibration"}}
%!   p = described (nnreg_plot (drawn{1}{1}, "Kind", drawn{1}{2}));
%!   faces = get (findall (p.Axes, "type", "patch"), {"facecolor"});
%!   close (p.Figure);
%!   assert (! isempty (faces) && all (cellfun (@isnumeric, faces)), drawn{1}{2});
%! end
%!function widths = bars_of (ax, colour)
%!  # lengths of the bars of one colour, by their places
%!  widths = zeros (1, 0);
%!  for bars = findall (ax, "type", "patch").'
%!    if (isequal (get (bars, "facecolor"), colour))
%!      [x, y] = deal (get (bars, "xdata"), get (bars, "ydata"));
%!      widths(round (mean (y, 1))) = x(3,:);
%!    end
%!  end
%!endfunction
%!test
%! # a linear model: bars are effects in the colours of their signs, and a line says which
%! X = [sin(1:60); 5 * cos(3 * (1:60)); sin(5 * (1:60)); cos(7 * (1:60))].';
%! y = 3 * X(:,1) - 5 * X(:,3);
%! args = {"LayerSizes", [], "Penalty", "l1", "Lambda", 0.05, "Verbose", 0};
%! c = nnr.plot.palette ();
%! tasks = {"regression", y, "orange raises y, blue lowers it", "y"; ...
%!          "classification", merge(y > 0, 7, 5), "orange for 7, blue for 5", "7 against 5"; ...
%!          "classification", 1 + (y > -1) + (y > 1), "orange for the class, blue against it", ...
%!          "class 3"};
%! for k = 1:3
%!   model = nnreg_fit (X, tasks{k,2}, "Task", tasks{k,1}, args{:});
%!   effects = nnreg_coef (model).Effects;
%!   [p, closer] = drawn (model);
%!   assert (numel (p.Axes), columns (effects));
%!   for j = 1:columns (effects)
%!     found = zeros (1, 4);
%!     for colour = {c.Orange, c.Blue}
%!       bars = bars_of (p.Axes(j), colour{1});
%!       found(1:numel (bars)) += bars;
%!       assert (all (bars * (1 - 2 * isequal (colour{1}, c.Blue)) >= 0));
%!     end
%!     assert (found, effects(:,j).', 1e-12);
%!   end
%!   assert (get (get (p.Axes(end), "title"), "string"), tasks{k,4});
%!   assert (get (get (p.Axes(1), "xlabel"), "string"), "coefficient per s.d.");
%!   assert (any (strcmp (texts_in (findall (p.Figure, "tag", "heading")), tasks{k,3})));
%!   [p, closer] = drawn (model, "Kind", "inputs");
%!   s = nnreg_sparsity (model);
%!   blue = bars_of (p.Axes, c.Blue);
%!   if (k < 3)
%!     assert (find (blue), find (s.Signs < 0));
%!     assert (find (bars_of (p.Axes, c.Orange)), find (s.Signs > 0));
%!     assert (any (strcmp (texts_in (findall (p.Figure, "tag", "heading")), tasks{k,3})));
%!   else
%!     assert (blue, s.Strengths, 1e-12);
%!   end
%! end
%!test
%! # of many inputs the strongest have bars; all zero is grey marks; one input is drawn, too
%! X = sin ((1:80).' .* (1:40) .^ 1.5);
%! model = nnreg_fit (X, X(:,33) - X(:,9), "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! [p, closer] = drawn (model, "Kind", "weights");
%! assert (sort (get (p.Axes, "yticklabel")(1:2)), {"x33"; "x9"});
%! assert (numel (get (p.Axes, "yticklabel")), 30);
%! model.Weights{1}(:) = 0;
%! for kind = {"weights", "inputs"}
%!   [p, closer] = drawn (model, "Kind", kind{1});
%!   assert (isempty (findall (p.Axes, "type", "patch")));
%!   marks = findall (p.Axes, "type", "line", "marker", "s");
%!   assert (numel (get (marks, "xdata")) >= 30);
%! end
%! model = nnreg_fit (X(:,1), X(:,1), "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! for kind = {"weights", "inputs"}
%!   [p, closer] = drawn (model, "Kind", kind{1});
%!   assert (numel (findall (p.Axes, "type", "patch")), 1);
%! end
%!test
%! # pixels of a linear model have the colours of the signs
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X(1:300,:), y(1:300) == 8, "LayerSizes", [], "Penalty", "l1", "Lambda", ...
%!                    0.02, "Verbose", 0);
%! for kind = {"weights", "inputs"}
%!   [p, closer] = drawn (model, "Kind", kind{1});
%!   rgb = pixels (p.Axes);
%!   side = rows (rgb) / (8 + 2 * strcmp (kind{1}, "weights"));
%!   at = round (side * ((1:8) - 0.5 + strcmp (kind{1}, "weights")));
%!   signs = sign (round (1e6 * (rgb(at,at,1) - rgb(at,at,3))));
%!   assert (signs.'(:), sign (nnreg_coef (model).Effects));
%! end
%!test
%! # a histogram counts every weight, the zeros apart
%! model = digits_model ();
%! dense = model;
%! dense.Weights{1} += 0.01;
%! [p, closer] = drawn ({model, dense}, "Labels", {"a", "b"});
%! bars = findall (p.Axes(1), "type", "patch", "tag", "");
%! heights = cellfun (@(y) sum (max (y, [], 1)), get (bars, "ydata"));
%! zeros_of = nnz (model.Weights{1} == 0);
%! assert (heights(2), numel (model.Weights{1}) - zeros_of);
%! assert (any (strncmp (texts_in (p.Axes(1)), sprintf ("%d zeros", zeros_of), 8)));
%! assert (numel (findall (p.Axes(2), "type", "patch", "tag", "")), 1);
%! # the strip: zeros are their share of it in orange
%! c = nnr.plot.palette ();
%! strip = findall (p.Axes(1), "tag", "strip", "facecolor", c.Orange);
%! assert (max (diff (get (strip, "xdata"))) / diff (xlim (p.Axes(1))), ...
%!         zeros_of / numel (model.Weights{1}), 1e-9);
%! assert (numel (findall (p.Axes(2), "tag", "strip")), 1);
%! assert (ylim (p.Axes(1)), ylim (p.Axes(2)));
%! assert (get (get (p.Axes(2), "title"), "string"), "b: 0.0% zeros");
%!test
%! # counts and shares; curves
%! [model, ~, X, y] = digits_model ();
%! m = nnreg_evaluate (model, X, y);
%! [p, closer] = drawn (m);
%! texts = texts_in (p.Axes);
%! assert (any (strcmp (texts, sprintf ("%d", m.Confusion(1,1)))));
%! assert (any (strcmp (texts, sprintf ("%.0f%%", 100 * m.Recall(1)))));
%! [p, closer] = drawn (m, "Kind", "ROC");
%! [~, lowest] = min (m.AUC);
%! curves = get (findall (p.Axes, "type", "line"), "ydata");
%! assert (any (cellfun (@(y) isequal (y(:), 100 * m.ROC(lowest).TPR), curves)));
%! [p, closer] = drawn (m, "Kind", "calibration");
%! line_y = get (findall (p.Axes(1), "type", "line", "linestyle", "-"), "ydata");
%! assert (line_y(:), 100 * m.Reliability.Accuracy(m.Reliability.Share > 0)(:));
%!test
%! # gnuplot 6 reads no data in text form, which Octave sends it for axes that have texts alone
%! m = nnreg_metrics ([1; 2; 1], [1; 2; 1], [0.9, 0.1; 0.3, 0.7; 0.6, 0.4]);
%! [p, closer] = drawn (m, "Kind", "calibration");
%! if (strcmp (graphics_toolkit (p.Figure), "gnuplot"))
%!   commands = [tempname(), ".txt"];
%!   drawnow ("dumb", [commands, ".out"], commands);
%!   sent = fileread (commands);
%!   delete (commands);
%!   delete ([commands, ".out"]);
%!   assert (numel (strfind (sent, 'plot "-" binary')), 3);
%!   assert (strfind (sent, 'plot "-";'), []);
%! end
%!test
%! # grids, also with gaps, and of one option
%! [~, ~, X, y] = digits_model ();
%! args = {"LayerSizes", 5, "Epochs", 2, "Verbose", 0, "Refit", false};
%! grids = {{"Lambda", [1e-3, 1e-2], "Penalty", {"l1", "none"}}, {"LearnRate", [1e-3, 1e-2]}, ...
%!          {"LearnRate", [1e-3, 1e-2], "LayerSizes", {4, [4 4]}, "Activations", {"tanh", "relu"}}};
%! panels = [1, 1, 2];
%! for k = 1:3
%!   extra = {};
%!   if (k > 1)
%!     extra = {"Penalty", "l1", "Lambda", 1e-3};
%!   end
%!   r = nnreg_gridsearch (X, y, grids{k}, args{1 + 2 * (k == 3):end}, extra{:});
%!   [p, closer] = drawn (r);
%!   assert ({p.Kind, numel(p.Axes)}, {"grid", panels(k)});
%!   texts = {};
%!   for ax = p.Axes
%!     texts = [texts; texts_in(ax)];
%!   end
%!   best = sprintf ("%.4g", 100 * r.BestScore);
%!   assert (k == 2 || any (strncmp (texts, best, numel (best))));
%! end
%!test
%! # a path of dropped inputs is drawn over their number, one without folds without a choice
%! s = setfield (some_path (), "Method", "elimination");
%! [p, closer] = drawn (s);
%! at = get (findall (p.Axes(1), "type", "line"), "xdata");
%! assert (any (cellfun (@(x) isequal (x, s.LiveInputs), at)));
%! assert (any (cellfun (@(x) all (x == s.LiveInputs(s.IndexMin)), at)));
%! assert (get (get (p.Axes(2), "xlabel"), "string"), "inputs left");
%! s = rmfield (some_path (), {"Mean", "SE", "IndexMin", "Index1SE", "LambdaMin", "Lambda1SE"});
%! [p, closer] = drawn (s);
%! at = get (findall (p.Axes(1), "type", "line"), "ydata");
%! assert (any (cellfun (@(y) isequal (y, s.TrainLoss), [{}, at])));
%!test
%! # the one setting of an empty grid
%! X = oracle_data (40, 3, 5);
%! r = nnreg_gridsearch (X, 1 + (X(:,1) > 0.5), {}, "LayerSizes", 2, "Epochs", 1, "Verbose", 0);
%! h = described (nnreg_plot (r));
%! assert (get (h.Axes(1), "yticklabel"), {"as given"});
%! assert (get (get (h.Axes(1), "title"), "string"), "1 candidate");
%! close (h.Figure);

%!test
%! # dark is good, be it high or low; options that some candidates lack
%! [~, ~, X, y] = digits_model ();
%! r = nnreg_gridsearch (X, y, {"LearnRate", [1e-3, 1e-2], "BatchSize", [16, 64]}, ...
%!                       "LayerSizes", 5, "Epochs", 1, "Verbose", 0, "Refit", false);
%! [~, places(2)] = min ([r.Results.Mean]);
%! [~, places(1)] = max ([r.Results.Mean]);
%! names = {"inverse_MSE", "Quality", "Accuracy"};   # names say nothing
%! for k = 1:3
%!   [r.ScoreName, r.LargerIsBetter] = deal (names{k}, k != 2);
%!   if (k == 3)
%!     r.Results(4).Params = struct ("LearnRate", 1e-2);
%!   end
%!   [p, closer] = drawn (r);
%!   if (k < 3)
%!     grey = mean (pixels (p.Axes)([1, end],[1, end],:), 3);
%!     assert (find (grey(:) == min (grey(:))), places(k));
%!   end
%!   assert (numel (p.Axes), 1);
%! end
%!test
%! # a list has the best candidate on top
%! one = struct ("Mean", {1, 2, 3}, "Std", 0, "Zeros", 0, "Seconds", 0, "FoldScores", [0, 0], ...
%!               "Params", {struct("Seed", 7), struct("Seed", 8), struct("Seed", 9)});
%! for larger = [true, false]
%!   best = 1 + 2 * larger;
%!   [p, closer] = drawn (struct ("Results", one, "ScoreName", "inverse_MSE", "BestIndex", best, ...
%!                                "OneSEIndex", best, "LargerIsBetter", larger));
%!   assert (get (p.Axes, "yticklabel"){1}, sprintf ("Seed %d", 6 + best));
%! end
%!test
%! # numbers that are all the same, large or next to nothing
%! s = some_path ();
%! s.Mean(:) = 2^53;
%! s.SE(:) = 0;
%! [~, h] = digits_model ();
%! h.Penalty(2) = 1e-320;
%! h.Zeros(:) = 1e17;
%! r = struct ("Mean", 2^53, "Std", 0, "Zeros", 0, "Seconds", 0, "FoldScores", [0, 0]);
%! r.Params = struct ("Seed", 1);
%! r = struct ("Results", [r, r], "ScoreName", "RMSE", "LargerIsBetter", false, ...
%!             "BestIndex", 1, "OneSEIndex", 1);
%! for x = {s, h, r}
%!   p = described (nnreg_plot (x{1}));
%!   close (p.Figure);
%! end
%!test
%! # ticks are numbers for every toolkit; a short axis has some, too
%! s = some_path ();
%! [p, closer] = drawn (s);
%! assert (get (p.Axes(2), "xticklabel"), {"0.0001"; "0.001"; "0.01"; "0.1"});
%! s.Lambda = linspace (0.19, 0.55, 7);
%! [s.LambdaMin, s.Lambda1SE] = deal (s.Lambda(4), s.Lambda(5));
%! [p, closer] = drawn (s);
%! assert (get (p.Axes(2), "xticklabel"), {"0.2"; "0.3"; "0.4"; "0.5"});
%! assert (get (p.Axes(2), "xtick"), [0.2, 0.3, 0.4, 0.5], 1e-12);
%!test
%! # a path whose columns were turned
%! s = some_path ();
%! [s.Zeros, s.Lambda, s.Mean] = deal (s.Zeros.', s.Lambda.', s.Mean(:));
%! p = described (nnreg_plot (s));
%! close (p.Figure);
%! assert ({p.Kind, numel(p.Axes)}, {"path", 2});
%!test
%! # a path
%! s = some_path ();
%! [p, closer] = drawn (s);
%! assert ({p.Kind, numel(p.Axes)}, {"path", 2});
%! for ax = p.Axes
%!   at = cellfun (@(x) x([1, end]), get (findall (ax, "type", "line"), "xdata"), ...
%!                 "UniformOutput", false);
%!   assert (any (cellfun (@(x) all (x == s.LambdaMin), at)));
%!   assert (any (cellfun (@(x) all (x == s.Lambda1SE), at)));
%!   assert (get (ax, "xscale"), "log");
%! end
%! scores = get (findall (p.Axes(1), "type", "line"), "ydata");
%! assert (any (cellfun (@(y) isequal (y(:), 100 * s.Mean(:)), scores)));
%! assert (any (cellfun (@(y) numel (y) == 2 && abs (diff (y) - 2) < 1e-9, scores)));
%!function [lines, names] = profiles (p)
%!  lines = get (findall (p.Axes(2), "tag", "profile"), {"ydata"});
%!  names = findall (findall (p.Figure, "tag", "names"), "type", "text");
%!  names = names(! cellfun (@isempty, get (names, {"string"})));       # not the empty title
%!  [~, order] = sort (cellfun (@(at) at(2), get (names, {"position"})));
%!  names = names(order);
%!endfunction
%!test
%! # a linear path: effects over lambda, with names in their order that do not overlap
%! X = sin ((1:90).' .* (1:25) .^ 1.5);
%! y = X(:,1:12) * [3; -3; 2.99; -2.99; 2; -2; 1.99; -1.99; 1; -1; 0.1; -0.1];
%! args = {"LayerSizes", [], "NumLambda", 15, "Tolerance", 1e-5, "Verbose", 0};
%! labels = arrayfun (@(j) sprintf ("input_%d of many", j), 1:25, "UniformOutput", false);
%! for num_folds = [0, 3]
%!   r = nnreg_path (X, y, "Task", "regression", "CV", num_folds, "FeatureNames", labels, args{:});
%!   [p, closer] = drawn (r);
%!   assert ({p.Kind, numel(p.Axes)}, {"path", 2});
%!   assert (get (p.Axes, "xdir"), {"reverse"; "reverse"});
%!   assert (get (p.Axes, "xscale"), {"log"; "log"});
%!   assert (get (get (p.Axes(2), "ylabel"), "string"), "coefficient per s.d.");
%!   [lines, names] = profiles (p);
%!   effects = nnreg_coef (r).Effects;
%!   [~, order] = sort (abs (effects(:,end)), "descend");
%!   strongest = order(1:10);
%!   assert (sortrows (vertcat (lines{:})), sortrows (effects(strongest,:)));
%!   [~, up] = sort (effects(strongest,end));
%!   assert (get (names, "string"), labels(strongest(up)).');
%!   heights = cellfun (@(at) at(2), get (names, {"position"}));
%!   inches = get (p.Axes(2), "position")(4) * get (p.Figure, "position")(4) / 96;
%!   assert (all (diff (heights) / diff (ylim (p.Axes(2))) * inches > 0.15));    # of 9 points
%!   assert (heights(1) > ylim (p.Axes(2))(1) && heights(end) < ylim (p.Axes(2))(2));
%!   grey = sum (any (effects, 2)) - 10;
%!   assert (get (get (p.Axes(2), "xlabel"), "string"), ...
%!           sprintf ("lambda; grey: %d further inputs", grey));
%!   marks = findall (p.Axes(2), "type", "line", "color", [0, 0, 0], "tag", "");
%!   assert (numel (marks), 2 * (num_folds > 0));
%! end
%! assert (sort (cellfun (@(x) x(1), get (marks, "xdata"))), sort ([r.LambdaMin; r.Lambda1SE]));
%!test
%! # of several classes: the norm over them; lambdas in any order; all zero; one point; one input
%! X = sin ((1:90).' .* (1:6) .^ 1.5);
%! y = 1 + (X(:,1) > 0.2) + (X(:,2) > 0.5);
%! args = {"LayerSizes", [], "CV", 0, "Verbose", 0};
%! r = nnreg_path (X, y, "Lambda", [0.1, 0.03, 0.01], args{:});
%! [p, closer] = drawn (r);
%! norms = squeeze (sqrt (sumsq (nnreg_coef (r).Effects, 2)));
%! some = norms(norms(:,end) > 0,:);
%! assert (sortrows (vertcat (profiles (p){:})), sortrows (some), 1e-12);
%! assert (get (get (p.Axes(2), "ylabel"), "string"), "norm of coefficients per s.d.");
%! for name = {"Lambda", "TrainLoss", "Zeros", "LiveInputs", "LiveUnits", "Models"}
%!   r.(name{1}) = r.(name{1})([2, 3, 1]).';
%! end
%! [p, closer] = drawn (r);
%! assert (sortrows (vertcat (profiles (p){:})), sortrows (some), 1e-12);
%! warning ("off", "nnreg:allZero", "local");
%! r = nnreg_path (X, X(:,1), "Task", "regression", "Lambda", [9, 5], args{:});
%! [p, closer] = drawn (r);
%! assert (any (strcmp (texts_in (p.Axes(2)), "all coefficients are zero")));
%! r = nnreg_path (X(:,1), X(:,1), "Task", "regression", "Lambda", 0.1, args{:});
%! [p, closer] = drawn (r);
%! assert (profiles (p), {nnreg_coef(r).Effects});
%!test
%! # the heading of a small grid is not wider than the picture, and numbers are short
%! cells = struct ("Mean", num2cell (1:8), "Std", 0.1, "Zeros", 0, "Seconds", 0, "FoldScores", [1, 1]);
%! lambdas = logspace (-5, -3.5, 4);
%! for k = 1:8
%!   cells(k).Params = struct ("Lambda", lambdas(ceil (k / 2)), "Seed", 1 + mod (k, 2));
%! end
%! r = struct ("Results", cells, "ScoreName", "RMSE", "LargerIsBetter", false, "BestIndex", 1, ...
%!             "OneSEIndex", 1);
%! [p, closer] = drawn (r);
%! assert (get (p.Axes, "xticklabel"), {"1e-05"; "3.16e-05"; "0.0001"; "0.000316"});
%! heading = findall (findall (p.Figure, "tag", "heading"), "type", "text", "fontweight", "bold");
%! wide = max (cellfun (@numel, get (heading, {"string"})));
%! inches = get (p.Figure, "position")(3) / 96;
%! assert (0.5 * 10 / 72 * wide < inches);
%! # where the numbers would collide only some are there; a heading says less, and is not cut
%! fig = figure ("visible", "off", "position", [0, 0, 500, 250]);
%! unwind_protect
%!   subplot (1, 2, 1);
%!   p = described (nnreg_plot (r));
%!   assert (numel (get (p.Axes, "xticklabel")) < 4);
%!   said = all_texts (fig);
%!   assert (any (strncmp (said, "Mean +- deviation", 17)));
%!   subplot (1, 2, 2);
%!   p = described (nnreg_plot (some_path ()));
%!   said = all_texts (fig);
%!   assert (cellfun (@isempty, strfind (said, "...")), true (size (said)));
%!   assert (cellfun (@(t) numel (strfind (t, '\n')) + nnz (t == "\n") < 2, said));
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%! # numbers that three digits do not tell apart have more
%! for k = 1:8
%!   r.Results(k).Params.Lambda = 1 + ceil (k / 2) / 1e4;
%! end
%! [p, closer] = drawn (r);
%! assert (get (p.Axes, "xticklabel"), {"1.0001"; "1.0002"; "1.0003"; "1.0004"});
%!test
%! # long names stay different, in bars, in keys and beside paths
%! names = arrayfun (@(j) sprintf ("temperature_of_inlet_%d_in_degrees", j), 1:4, ...
%!                   "UniformOutput", false);
%! X = [sin(1:60); cos(3 * (1:60)); sin(5 * (1:60)); cos(7 * (1:60))].';
%! model = nnreg_fit (X, X * [1; 2; 3; 4], "Task", "regression", "LayerSizes", [], ...
%!                    "FeatureNames", names, "Verbose", 0);
%! for kind = {"weights", "inputs"}
%!   [p, closer] = drawn (model, kind{1});
%!   assert (numel (unique (get (p.Axes, "yticklabel"))), 4);
%! end
%! path = nnreg_path (X, X * [1; 2; 3; 4], "Task", "regression", "LayerSizes", [], "CV", 0, ...
%!                    "NumLambda", 5, "FeatureNames", names, "Verbose", 0);
%! [p, closer] = drawn (path);
%! [~, shown] = profiles (p);
%! assert (numel (unique (get (shown, {"string"}))), 4);
%! m = nnreg_metrics (names([1, 2, 3, 1]), names([1, 2, 3, 2]), [1, 0, 0; 0, 1, 0; 0, 0, 1; 1, 0, 0]);
%! [p, closer] = drawn (m);
%! assert (numel (unique (get (p.Axes, "yticklabel"))), 3);
%! [p, closer] = drawn (m, "roc");
%! key = all_texts (findall (p.Figure, "tag", "key"));
%! lines = key(! cellfun (@isempty, regexp (key, '\.\.\..*: \d')));
%! assert (numel (unique (regexprep (lines, ':.*', ''))), 3);
%!test
%! # of 3000 inputs those that are not zero, by name; a model that is all zero, too
%! model = digits_model ();
%! model.NumInputs = 3000;
%! W = zeros (9, 3000, "single");
%! W(1,[7, 2900]) = [1, -2];
%! W(5,1500) = 3;
%! model.Weights{1} = W;
%! model.FeatureNames = arrayfun (@(j) sprintf ("x_%d", j), 1:3000, "UniformOutput", false);
%! [model.InputMean, model.InputScale] = deal ([]);
%! [p, closer] = drawn (model);
%! assert (regexprep (get (p.Axes, "yticklabel"), '\\', ''), {"x_1500"; "x_2900"; "x_7"});
%! assert (grey_share (p.Axes), 24 / 27, 1e-12);
%! assert (any (strfind (get (get (p.Axes, "title"), "string"), "the 3 of 3000 inputs that are not")));
%! [p, closer] = drawn (model, "inputs");
%! assert (numel (get (p.Axes, "yticklabel")), 3);
%! model.Weights{1}(:) = 0;
%! [p, closer] = drawn (model);
%! assert (grey_share (p.Axes), 1);
%!test
%! # neither exact zeros nor weights near zero hide the others, and the cut is said
%! model = digits_model ();
%! W = single (sin (1:9 * 64));
%! c = nnr.plot.palette ();
%! for k = 1:2
%!   model.Weights{1} = reshape (W, 9, 64);
%!   model.Weights{1}(1:400) = (k - 1) * 1e-9;
%!   [p, closer] = drawn (model, "histogram");
%!   bars = findall (p.Axes, "type", "patch", "facecolor", c.Blue, "tag", "");
%!   heights = max (get (bars, "ydata"), [], 1);
%!   others = max (heights(heights < 100));
%!   assert (others / ylim (p.Axes)(2) > 0.1);
%!   texts = texts_in (p.Axes);
%!   assert (any (strcmp (texts, "(bar is cut)")));
%!   cut = {'^400 zeros$', '^4\d\d near zero$'}{k};
%!   assert (! isempty ([regexp(texts, cut){:}]), cut);
%!   # the strip is above the bars, and weights near zero are lower than zeros would be
%!   assert (max (heights) < 0.85 ^ k * ylim (p.Axes)(2));
%! end
%!test
%! # titles say which model it is
%! [X, y] = nnreg_digits ();
%! args = {"LayerSizes", 3, "Epochs", 1, "Verbose", 0, "Penalty"};
%! models = {nnreg_fit(X(1:99,:), y(1:99), args{:}, "l1", "Lambda", 0.01), ...
%!           nnreg_fit(X(1:99,:), y(1:99), args{:}, "l2", "Lambda", 0.5), ...
%!           nnreg_fit(X(1:99,:), y(1:99), args{:}, "l2", "Lambda", 0.5, "Seed", 7)};
%! starts = {"L1 0.01", "L2 0.5", "L2 0.5"};
%! for kind = {"weights", "inputs"}
%!   for k = 1:3
%!     [p, closer] = drawn (models{k}, kind{1});
%!     assert (strncmp (get (get (p.Axes, "title"), "string"), starts{k}, numel (starts{k})));
%!   end
%! end
%! [p, closer] = drawn (models);
%! titles = arrayfun (@(ax) get (get (ax, "title"), "string"), p.Axes, "UniformOutput", false);
%! assert (numel (unique (titles)), 3);
%! assert (any (strfind (titles{3}, "Seed 7")));
%!test
%! # two classes have one curve, that of the second
%! scores = [0.9, 0.1; 0.2, 0.8; 0.6, 0.4; 0.7, 0.3; 0.1, 0.9];
%! m = nnreg_metrics ({"no"; "yes"; "yes"; "no"; "no"}, {"no"; "yes"; "no"; "no"; "yes"}, scores);
%! [p, closer] = drawn (m, "roc");
%! lines = findall (p.Axes, "type", "line", "-not", "linestyle", ":");
%! assert (get (lines, "ydata")(:), 100 * m.ROC(2).TPR);
%! assert (strncmp (get (get (p.Axes, "title"), "string"), "ROC, yes against no", 19));
%! key = all_texts (findall (p.Figure, "tag", "key"));
%! assert (sum (strncmp (key, "yes: ", 5)), 1);
%! assert (! any (strncmp (key, "no: ", 4)) && ! any (strncmp (key, "mean", 4)));
%! # of two pictures the key has the models
%! hold (p.Axes, "on");
%! nnreg_plot (p.Axes, m, "roc", "Labels", "mine");
%! key = all_texts (findall (p.Figure, "tag", "key"));
%! assert ([sum(strncmp (key, "model 1: ", 9)), sum(strncmp (key, "mine: ", 6))], [1, 1]);
%! assert (! any (strncmp (key, "yes: ", 5)));
%!test
%! # a short path has ticks
%! s = some_path ();
%! s.Lambda = linspace (0.31, 0.48, 7);
%! [s.LambdaMin, s.Lambda1SE] = deal (s.Lambda(4), s.Lambda(5));
%! [p, closer] = drawn (s);
%! assert (numel (get (p.Axes(2), "xtick")) >= 3);
%!test
%! # for slides: a size in inches, letters in points; the letters alone make all larger
%! p = some_path ();
%! [h, closer] = drawn (p, "Size", [10, 5.6], "FontSize", 14);
%! assert (get (h.Figure, "position")(3:4), [960, 538], 1);
%! assert (get (h.Axes(1), "fontsize"), 14);
%! [h, closer] = drawn (p, "Size", [10, 5.6]);
%! assert (get (h.Axes(1), "fontsize"), 9);
%! [h, closer] = drawn (p);
%! inches = get (h.Figure, "position")(3:4);
%! place = places_in (h.Figure);
%! [h, closer] = drawn (p, "FontSize", 18);
%! assert (get (h.Figure, "position")(3:4), 2 * inches, 1);
%! assert (sortrows (places_in (h.Figure)), sortrows (place), 1e-9);
%! file = [tempname() ".png"];
%! unwind_protect
%!   nnreg_plot (p, "Size", [3, 2], "Resolution", 100, "File", file);
%!   assert (size (imread (file))(1:2), [200, 300], 2);
%! unwind_protect_cleanup
%!   [~, ~] = unlink (file);
%! end_unwind_protect
%!test
%! # axes of texts alone have data for gnuplot 6: it warns where Octave sends it text
%! [p, closer] = drawn (some_path ());
%! for ax = findall (p.Figure, "type", "axes").'
%!   assert (! isempty (findall (ax, "type", "line", "-or", "type", "patch", "-or", "type", "image")));
%! end
%!test
%! # names are drawn as they are, and never run
%! file = [tempname() ".png"];
%! trap = tempname ();
%! names = {sprintf("`touch %s`", trap); '"; system("true")'; "@a_b^c{d}\\e"};
%! m = nnreg_metrics (names([1, 2, 3, 3]), names([1, 2, 3, 1]));
%! unwind_protect
%!   nnreg_plot (m, "File", file);
%!   assert (stat (file).size > 2000);
%!   assert (exist (trap, "file"), 0);
%! unwind_protect_cleanup
%!   [~, ~] = unlink (file);
%! end_unwind_protect
%!test
%! # a name of a file that gnuplot could not read
%! folder = tempname ();
%! mkdir (folder);
%! file = fullfile (folder, "l'\303\251l\303\250ve \"1\" $x %d.png");
%! unwind_protect
%!   nnreg_plot (nnreg_metrics ([1; 2], [1; 2]), "File", file);
%!   assert (stat (file).size > 2000);
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   [~, ~] = rmdir (folder, "s");
%! end_unwind_protect
%!test
%! # models that are all zero have a histogram, too
%! model = nnreg_fit ([1; 2; 3; 4], [1; 1; 2; 2], "LayerSizes", [], "Penalty", "l1", ...
%!                    "Lambda", 100, "Verbose", 0);
%! [p, closer] = drawn ({model, model});
%! texts = get (findall (p.Axes(1), "type", "text"), "string");
%! assert (any (strcmp (texts, "2 zeros")));
%!test
%! # many zeros: the text beside the bar has two lines, or it would be cut itself
%! model = nnreg_fit (eye (10), (1:10)', "LayerSizes", 10, "Epochs", 1, "Verbose", 0);
%! model.Weights{1} = zeros (1000, 400, "single");
%! model.Weights{1}(1:400) = 1:400;
%! model.Biases{1} = zeros (1000, 1, "single");
%! model.Weights{2} = zeros (10, 1000, "single");
%! model.InputMean = model.InputScale = [];
%! [p, closer] = drawn ({model, model, model});
%! texts = get (findall (p.Axes(3), "type", "text"), "string");
%! beside = texts(! cellfun (@isempty, regexp (texts, "^[^:]*zeros|cut")));
%! assert (sort (beside(:)), {"(bar is cut)"; "399600 zeros"});
%!test
%! # without a toolkit there is a warning, and there are no handles
%! if (isequal (available_graphics_toolkits (), {"gnuplot"}))
%!   program = gnuplot_binary ("/no/such/program");
%!   unwind_protect
%!     warning ("off", "nnreg:noToolkit", "local");
%!     assert (nnreg_plot (some_path ()), zeros (1, 0));
%!     warning ("error", "nnreg:noToolkit", "local");
%!     fail ("nnreg_plot (some_path ());", "no graphics toolkit here.*gnuplot-nox");
%!   unwind_protect_cleanup
%!     gnuplot_binary (program);
%!   end_unwind_protect
%! end
%!error <nnreg_plot: the kinds of pictures of this X are path, predicted, residuals, got "roc"; that>
%! nnreg_plot (some_path (), "Kind", "roc")
%!error <nnreg_plot: File must be a name that ends in .png, .pdf or .svg, got "a.gif">
%! nnreg_plot (some_path (), "File", "a.gif")
%!error <nnreg_plot: there is no folder "/no/such" for File>
%! nnreg_plot (some_path (), "File", "/no/such/a.png")
%!error <nnreg_plot: ImageSize must be two positive integers, got 8>
%! nnreg_plot (digits_model (), "ImageSize", 8)
%!error <nnreg_plot: ImageSize must be rows and columns of an image of the 64 inputs, got \[8 9\]>
%! nnreg_plot (digits_model (), "ImageSize", [8, 9])
%!error <nnreg_plot: Labels must be a cell with a name for each of the 1 model>
%! nnreg_plot (digits_model (), "Kind", "histogram", "Labels", {"a", "b"})
%!error <nnreg_plot: unknown option "Knd"; did you mean "Kind"\?>
%! nnreg_plot (some_path (), "Knd", 1)
%!error <nnreg_plot: MaxUnits must be a positive integer, got 0>
%! nnreg_plot (some_path (), "MaxUnits", 0)
%!error <nnreg_plot: Kind of this X must be "path", "predicted" or "residuals", got "hist">
%! nnreg_plot (some_path (), "hist")
%!error <nnreg_plot: option "File" has no value> nnreg_plot (some_path (), "path", "File")
%!error <nnreg_plot: X must be a model, a cell of models, .* got 3> nnreg_plot (3, "path")
%!error <nnreg_plot: the place to draw in, before what is drawn, must be axes, .* open, got 0.5>
%! nnreg_plot (0.5, some_path ())
%!error <nnreg_plot: Parent must be the handle of axes, a figure or a uipanel, got 0.5>
%! nnreg_plot (some_path (), "Parent", 0.5)
%!error <nnreg_plot: Parent must be the handle of axes, a figure or a uipanel, got 0>
%! nnreg_plot (0, some_path ())
%!error <nnreg_plot: Size must be the width and height in inches, two numbers from 1 to 100, got 3>
%! nnreg_plot (some_path (), "Size", 3)
%!error <nnreg_plot: FontSize must be a positive number, got 0>
%! nnreg_plot (some_path (), "FontSize", 0)
%!test
%! fig = figure ("visible", "off");
%! unwind_protect
%!   fail ('nnreg_plot (fig, some_path (), "File", "a.png")', "File writes a picture of its own");
%!   fail ('nnreg_plot (fig, some_path (), "Size", [3, 3])', "Size is for a new figure");
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%!test # the digits of two ticks (from Octave 9 on 1e+05) do not touch: 0.64 of their size each
%! y = 5000 + 130000 * (0:5).';
%! h = described (nnreg_plot (nnreg_metrics (y, y - 1, "Task", "regression"), "Kind", "predicted"));
%! unwind_protect
%!   [at, limits] = deal (get (h.Axes, "xtick"), get (h.Axes, "xlim"));
%!   inches = min (diff (at)) / diff (limits) * 3.5;
%!   digits = max (cellfun ("numel", get (h.Axes, "xticklabel")));
%!   assert (inches > digits * 0.64 * 9 / 72 + 0.06);
%! unwind_protect_cleanup
%!   close (h.Figure);
%! end_unwind_protect
%!test
%! # of ticks that would touch some go, but not that of 0, where a histogram has its zeros
%! m = digits_model ();
%! m.Weights{1} *= 0.64 / max (abs (m.Weights{1}(:)));
%! fig = figure ("visible", "off", "position", [0, 0, 500, 480]);
%! unwind_protect
%!   p = described (nnreg_plot (fig, m, m, "Labels", {"a", "b"}));
%!   assert (any (get (p.Axes(1), "xtick") == 0), "%s", mat2str (get (p.Axes(1), "xtick")));
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%!test
%! # ticks of a logarithmic axis are texts: qt draws Octave's own, 10^{-1}, as they are
%! h = digits_model ().History;
%! h.DataLoss = 10 .^ -(1:6)';
%! [p, closer] = drawn (h);
%! assert (get (p.Axes(1), "yscale"), "log");
%! texts = get (p.Axes(1), "yticklabel");
%! assert (str2double (texts(:)), vec (get (p.Axes(1), "ytick")), 1e-12);
%!test
%! # after hold on the curves of the next picture have colours of their own, or other styles
%! [~, history, X, y] = digits_model ();
%! metrics = nnreg_evaluate (digits_model (), X, y);
%! lines = nnreg_partialdependence (digits_model (), X(1:20,:), 20);
%! frontier = struct ("ScoreName", "Accuracy", "LargerIsBetter", true, "NumWeights", [20, 10], ...
%!                    "Score", [0.9, 0.8], "DenseScore", 0.9, "Limit", 0.85, "Index", 1, ...
%!                    "DenseWeights", 30, "Target", "score", "RoundLambda", [0, 1], "Model", [], ...
%!                    "Zeros", [0.3, 0.6], "NumInputs", [2, 2], "Lambda", [0, 1]);
%! curve = struct ("NumRows", [10, 20], "TrainMean", [1, 2], "ValMean", [1, 1], ...
%!                 "TrainSE", [0, 0], "ValSE", [0, 0], "ScoreName", "Accuracy", ...
%!                 "LargerIsBetter", true, "ValScores", ones (2));
%! fig = figure ("visible", "off");
%! unwind_protect
%!   for x = {{history}, {some_path()}, {curve}, {metrics, "calibration"}, {metrics, "roc"}, ...
%!            {lines}, {frontier}}
%!     clf (fig);
%!     first = described (nnreg_plot (x{1}{:}));
%!     hold on;
%!     nnreg_plot (x{1}{:});
%!     for ax = first.Axes
%!       looks = {};
%!       for line = findobj (ax, "tag", "curve").'
%!         looks{end + 1} = [get(line, "linestyle"), sprintf(" %g", get (line, "color"))];
%!       end
%!       assert (numel (unique (looks)), numel (looks));
%!     end
%!     assert (numel (findobj (first.Axes(1), "tag", "curve")) >= 2);
%!     # and it is said which are whose
%!     said = strjoin (all_texts (fig), "|");
%!     for legends = findall (fig, "tag", "legend").'
%!       said = [said, "|", strjoin(get (legends, "string"), "|")];
%!     end
%!     assert (any (cellfun (@(w) any (strfind (said, [w, " 2"])), {"model", "curve"})) ...
%!             || any (strfind (said, "dashed")), "%s", said);
%!   end
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%!test
%! # a history over another: each field has its panel, and the ticks are those of all epochs
%! [~, with] = digits_model ();
%! without = with;
%! [without.Penalty, without.Zeros] = deal (zeros (size (with.Epoch)));
%! long = structfun (@(v) repmat (v, 5, 1), with, "UniformOutput", false);
%! long.Epoch = (1:numel (long.Epoch)).';
%! fig = figure ("visible", "off");
%! unwind_protect
%!   for pair = {with, without, long; without, with, with}  # two histories a column
%!     clf (fig);
%!     nnreg_plot (pair{1}, "Labels", "first");
%!     hold on;
%!     p = described (nnreg_plot (pair{2}, "Labels", "second"));
%!     titles = arrayfun (@(ax) get (get (ax, "title"), "string"), p.Axes, "UniformOutput", false);
%!     assert (titles{2}, "Penalty");
%!     assert (numel (p.Axes), 4);
%!     lines = get (findobj (p.Axes(2), "tag", "curve"), {"ydata"});
%!     assert (max ([lines{:}]), max (with.Penalty), 1e-12);
%!     for ax = p.Axes
%!       ticks = str2double (get (ax, "xticklabel"));
%!       assert (ticks(:), get (ax, "xtick")(:));
%!     end
%!     assert (all (ismember ({"first", "second"}, all_texts (fig))));
%!   end
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%!test
%! # two lines of a title need room above, with qt more than with gnuplot; else fewer words do
%! long = "L1 0.01, first layer, 100 hidden units: 7.9% of the weights are exactly zero (grey)";
%! fig = figure ("visible", "off");
%! unwind_protect
%!   ax = axes ("parent", fig);
%!   for c = {0.6, "qt", 2; 0.45, "gnuplot", 2; 0.45, "qt", 1; 0.3, "gnuplot", 1}.'
%!     title (ax, long);
%!     sheet = struct ("Room", [5, 4], "Zoom", 1, "Toolkit", c{2});
%!     box = [0.5, 0.5, 4, 3.5 - c{1}];
%!     nnr.plot.fit_texts (ax, box, box, sheet);
%!     shown = get (get (ax, "title"), "string");
%!     assert (numel (regexp (shown, '\\n|\n')) + 1, c{3}, [c{2}, shown]);
%!     assert (! isempty (strfind (shown, "7.9%")));
%!   end
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%!test
%! # where a text does not fit, numbers stay whole, and words inside a panel end at the next one
%! fig = figure ("visible", "off");
%! unwind_protect
%!   sheet = struct ("Room", [2, 2], "Zoom", 1, "Toolkit", "gnuplot");
%!   key = axes ("parent", fig, "visible", "off", "tag", "key");
%!   axis (key, [0, 10, 0, 1]);
%!   one = text (key, 0, 0.5, "type two diabetes: 0.9235");
%!   nnr.plot.fit_texts (key, [1, 0.5, 1, 1], zeros (0, 4), sheet);
%!   assert (! isempty (regexp (get (one, "string"), '^ty.*: 0\.9235$')), get (one, "string"));
%!   ax = axes ("parent", fig);
%!   axis (ax, [0, 1, 0, 1]);
%!   one = text (ax, 0.5, 0.5, "1234 near zero", "tag", "inside");
%!   panels = [0.5, 0.5, 1, 1; 2.2, 0.5, 1, 1];
%!   nnr.plot.fit_texts (ax, panels(1,:), panels, setfield (sheet, "Room", [4, 2]));
%!   assert (get (one, "string"), "1234 near 0");
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%!test
%! # beside a matrix there is room for the bar's numbers of nine letters, and for its label
%! [p, closer] = drawn (nnreg_fit (randn (9, 7), (1:9).' > 4, "LayerSizes", 8, "Epochs", 1, ...
%!                                 "Verbose", 0), "weights");
%! bar = findall (p.Figure, "tag", "colourbar");
%! inches = get (p.Figure, "paperposition")(3);
%! at = get (bar, "position");
%! assert ((1 - at(1) - at(3)) * inches >= 9 * nnr.plot.text_inches ("8", "label") + 0.3);

%!test # what nnreg_plot returns are axes, which get, set and nnreg_plot take
%! fig = figure ("visible", "off");
%! unwind_protect
%!   h = nnreg_plot (some_path ());
%!   assert ({isrow(h), isaxes(h), gca()}, {true, [true, true], h(1)});
%!   set (h, "fontsize", 12);
%!   assert (get (h, "fontsize"), {12; 12});
%!   again = nnreg_plot (h, some_path ());      # the other panels are new
%!   assert (again(1), h(1));
%!   assert (nnreg_plot (some_path (), "Parent", again)(1), h(1));
%!   h = nnreg_plot (h(1), some_path ());
%!   fail ("nnreg_plot (nnreg_plot (some_path ()))", "got \\[.*as in nnreg_plot \\(h, model\\)$");
%!   fail ("nnreg_plot ([h(1), 0.5], some_path ())", "the place to draw in, .* got");
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%!test # calls that mean something else
%! [model, ~, X, y] = digits_model ();
%! said = @(text) ["^nnreg_plot: ", text, "$"];
%! fail ('nnreg_plot (model, "Title", "a")', ...
%!       said ('unknown option "Title"; here it is title .* after nnreg_plot, as after plot'));
%! fail ('nnreg_plot (model, "confusion")', ...
%!       said ('the kinds .* are weights, .*; that is a picture of nnreg_evaluate \(model, X, y\)'));
%! fail ('nnreg_plot (model, "x.png")', said ('the kinds .*; .* nnreg_plot \(X, "File", "x.png"\)'));
%! fail ('nnreg_plot (model, model, "history")', said ("the .* histogram, got .*call .* for each"));
%! fail ('nnreg_plot (model, "File")', said ('option "File" has no value'));
%! fail ("nnreg_plot (model, X, y)", said ("after a model come .* nnreg_plot \\(nnreg_evaluate .*"));

%!test # only models are drawn together
%! [X, y] = nnreg_digits ();
%! [m, h] = nnreg_fit (X(1:50,:), y(1:50), "LayerSizes", [], "Epochs", 1, "Verbose", 0);
%! fail ("nnreg_plot (h, h)", "entry 1 of X is a history, .* call nnreg_plot for each");
%! scores = nnreg_evaluate (m, X(1:50,:), y(1:50));
%! fail ('nnreg_plot ({m, scores})', ...
%!       'entry 2 of X is a struct of metrics, and only .* nnreg_plot \(..., "roc"\) for');
