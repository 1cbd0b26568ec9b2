## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_weights (model, opts)
##
## The first layer: an image for each unit, or bars where the inputs are few, or a matrix.

function [sheet, axs] = draw_weights (model, opts)
  [W, names, named] = nnr.plot.first_layer (model, opts.Toolkit);
  shape = nnr.plot.image_shape (opts, columns (W), named);
  limit = max ([abs(W(:)); realmin]);
  heading = sprintf ('First layer, %s: %.1f%% of the weights are exactly zero (grey)', ...
                     units_of (model, rows (W)), 100 * mean (W(:) == 0));
  if (! isempty (shape))
    [sheet, axs] = draw_tiles (W, shape, limit, heading, opts);
  elseif (rows (W) <= 6 && columns (W) <= 30)
    [sheet, axs] = draw_bars (W, names, outputs_of (model, rows (W), opts.Toolkit), heading, opts);
  else
    [sheet, axs] = draw_matrix (W, names, limit, heading, opts);
  end
end

function text = units_of (model, count)
  kind = 'hidden unit';
  if (isscalar (model.Weights))
    kind = 'output';
  end
  if (count != 1)
    kind(end + 1) = 's';
  end
  text = sprintf ('%d %s', count, kind);
end

## Titles of the panels: the classes of a linear model, else numbers.
function names = outputs_of (model, count, toolkit)
  names = arrayfun (@(k) sprintf ('unit %d', k), 1:count, 'UniformOutput', false);
  if (isscalar (model.Weights) && strcmp (model.Task, 'classification'))
    names = strcat ({'class '}, ...
                    nnr.plot.picture_texts (nnr.words.label_texts (model.ClassNames, 12), toolkit));
  elseif (isscalar (model.Weights))
    names = arrayfun (@(k) sprintf ('response %d', k), 1:count, 'UniformOutput', false);
  end
end

## The units of largest norm, in their order, side by side in one image.
function [sheet, ax] = draw_tiles (W, shape, limit, heading, opts)
  [~, order] = sort (norm (W, 'rows'), 'descend');
  shown = sort (order(1:min (end, opts.MaxUnits)));
  across = max (1, ceil (sqrt (numel (shown) * shape(1) / shape(2))));
  down = ceil (numel (shown) / across);
  pitch = shape + 1;
  sheet_of = NaN (down * pitch(1) + 1, across * pitch(2) + 1);
  for k = 1:numel (shown)
    at = [floor((k - 1) / across), mod(k - 1, across)] .* pitch + 1;
    sheet_of(at(1) + (1:shape(1)),at(2) + (1:shape(2))) = ...
      nnr.plot.to_image (W(shown(k),:), shape, opts.ImageOrder);
  end
  width = 5.6;
  height = min (max (width * rows (sheet_of) / columns (sheet_of), 1), 7.5);
  width = height * columns (sheet_of) / rows (sheet_of);
  sheet = nnr.plot.new_sheet (opts, [max(width + 1.8, 6.5), height + 1]);
  left = (sheet.Inches(1) - width - 0.9) / 2;
  ax = nnr.plot.add_image (sheet, [left, 0.55, width, height], ...
                           nnr.plot.signed_colours (sheet_of, limit));
  title (ax, heading);
  note = sprintf ('one image of %d x %d inputs for each unit', shape);
  if (numel (shown) < rows (W))
    note = sprintf ('the %d units of largest norm, %d x %d inputs each', numel (shown), shape);
  end
  xlabel (ax, note);
  nnr.plot.add_colour_bar (sheet, [left + width + 0.15, 0.55, 0.15, height], [-limit, limit], ...
                           @(v) nnr.plot.signed_colours (v, limit), 'weight');
end

function [sheet, axs] = draw_bars (W, names, titles, heading, opts)
  [num_units, num_inputs] = size (W);
  height = max (1.2, 0.2 * num_inputs);
  sheet = nnr.plot.new_sheet (opts, [1.6 + max(1.5 * num_units, 4.6), height + 1.4]);
  width = (sheet.Inches(1) - 1.5) / num_units;
  axs = zeros (1, num_units);
  limit = 1.08 * max ([abs(W(:)); realmin]);
  for k = 1:num_units
    axs(k) = nnr.plot.add_panel (sheet, [1.4 + width * (k - 1), 0.6, width - 0.15, height]);
    signed_bars (axs(k), W(k,:), sheet);
    axis (axs(k), [-limit, limit, 0.3, num_inputs + 0.7]);
    set (axs(k), 'ydir', 'reverse', 'ytick', 1:num_inputs, 'yticklabel', {});
    title (axs(k), titles{k});
    xlabel (axs(k), 'weight');
  end
  nnr.plot.name_ticks (sheet, axs(1), 'y', 1:num_inputs, names);
  nnr.plot.add_heading (sheet, heading);
end

## Bars to the right and left; a grey mark says that there is none because it is zero.
function signed_bars (ax, w, sheet)
  c = nnr.plot.palette ();
  at = 1:numel (w);
  plot (ax, [0, 0], [0.3, numel(w) + 0.7], '-', 'color', c.Grey);
  for side = [-1, 1]
    k = at(sign (w) == side);
    if (! isempty (k))
      x = [0; 0; 1; 1] .* w(k);
      y = k + 0.36 * [-1; 1; 1; -1];
      colours = {c.Blue, c.Orange};
      nnr.plot.add_bars (ax, x, y, colours{1 + (side > 0)}, 'none');
    end
  end
  k = at(w == 0);
  if (! isempty (k))
    plot (ax, zeros (size (k)), k, 's', 'color', c.Grey, 'markerfacecolor', c.Grey, ...
          'markersize', 4 * sheet.Line);
  end
end

function [sheet, ax] = draw_matrix (W, names, limit, heading, opts)
  [num_units, num_inputs] = size (W);
  height = min (max (1.5, 0.17 * num_inputs), 6);
  sheet = nnr.plot.new_sheet (opts, [7.5, height + 1.1]);
  ax = nnr.plot.add_image (sheet, [1.4, 0.6, 5, height], nnr.plot.signed_colours (W.', limit));
  title (ax, heading);
  xlabel (ax, 'unit');
  every = ceil (num_inputs / 36);
  nnr.plot.name_ticks (sheet, ax, 'y', 1:every:num_inputs, names(1:every:end));
  set (ax, 'xtick', unique ([1, 5 * ceil(num_units / 40):5 * ceil(num_units / 40):num_units]));
  nnr.plot.add_colour_bar (sheet, [6.5, 0.6, 0.15, height], [-limit, limit], ...
                           @(v) nnr.plot.signed_colours (v, limit), 'weight');
end
