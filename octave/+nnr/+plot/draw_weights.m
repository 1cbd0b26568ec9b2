## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_weights (model, opts)
##
## The first layer: an image for each unit if the inputs are pixels; else bars, or a matrix if
## there are many.

function [sheet, axs] = draw_weights (model, opts)
  [W, names, named] = nnr.plot.first_layer (model, opts.Toolkit);
  shape = nnr.plot.image_shape (opts, columns (W), named);
  limit = max ([abs(W(:)); realmin]);
  of_what = 'hidden unit';
  if (isscalar (model.Weights))
    of_what = 'output';
  end
  heading = sprintf ('First layer, %s: %.1f%% of the weights are exactly zero (grey)', ...
                     nnr.words.count_text (rows (W), of_what), 100 * mean (W(:) == 0));
  if (! isempty (shape))
    [sheet, axs] = draw_tiles (W, shape, limit, heading, opts);
  elseif (rows (W) <= 6 && columns (W) <= 30)
    [sheet, axs] = draw_bars (W, names, unit_names (model, opts.Toolkit), heading, opts);
  else
    [sheet, axs] = draw_matrix (W, names, limit, heading, opts);
  end
end

## Titles of the panels: classes or responses of a linear model, else numbers of units.
function names = unit_names (model, toolkit)
  if (isscalar (model.Weights) && strcmp (model.Task, 'classification'))
    labels = nnr.words.label_texts (model.ClassNames, 12);
    names = strcat ({'class '}, nnr.plot.picture_texts (labels, toolkit));
    return;
  end
  kind = 'unit';
  if (isscalar (model.Weights))
    kind = 'response';
  end
  names = arrayfun (@(k) sprintf ('%s %d', kind, k), 1:rows (model.Weights{1}), ...
                    'UniformOutput', false);
end

## The units of largest norm, side by side in one image.
function [sheet, ax] = draw_tiles (W, shape, limit, heading, opts)
  [~, order] = sort (norm (W, 'rows'), 'descend');
  shown = sort (order(1:min (end, opts.MaxUnits)));
  across = max (1, ceil (sqrt (numel (shown) * shape(1) / shape(2))));
  pitch = shape + 1;
  tiles = NaN ([ceil(numel (shown) / across), across] .* pitch + 1);
  for k = 1:numel (shown)
    at = [floor((k - 1) / across), mod(k - 1, across)] .* pitch + 1;
    tiles(at(1) + (1:shape(1)),at(2) + (1:shape(2))) = ...
      nnr.plot.to_image (W(shown(k),:), shape, opts.ImageOrder);
  end
  height = min (max (5.6 * rows (tiles) / columns (tiles), 1), 7.5);
  width = height * columns (tiles) / rows (tiles);
  sheet = nnr.plot.new_sheet (opts, [max(width + 1.8, 6.5), height + 1]);
  left = (sheet.Inches(1) - width - 0.9) / 2;
  ax = add_signed_image (sheet, [left, 0.55, width, height], tiles, limit, left + width + 0.15);
  title (ax, heading);
  note = sprintf ('one image of %d x %d inputs for each unit', shape);
  if (numel (shown) < rows (W))
    note = sprintf ('the %d units of largest norm, %d x %d inputs each', numel (shown), shape);
  end
  xlabel (ax, note);
end

## An image of weights, with its colour bar at BAR_LEFT.
function ax = add_signed_image (sheet, box, weights, limit, bar_left)
  ax = nnr.plot.add_image (sheet, box, nnr.plot.signed_colours (weights, limit));
  nnr.plot.add_colour_bar (sheet, [bar_left, box(2), 0.15, box(4)], [-limit, limit], ...
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

## Bars to the left and to the right; a grey mark where the weight is zero.
function signed_bars (ax, w, sheet)
  c = nnr.plot.palette ();
  plot (ax, [0, 0], [0.3, numel(w) + 0.7], '-', 'color', c.Grey);
  for side = {-1, c.Blue; 1, c.Orange}.'
    k = find (sign (w) == side{1});
    nnr.plot.add_bars (ax, [0; 0; 1; 1] .* w(k), k + 0.36 * [-1; 1; 1; -1], side{2}, 'none');
  end
  nnr.plot.mark_zeros (ax, find (w == 0), sheet);
end

function [sheet, ax] = draw_matrix (W, names, limit, heading, opts)
  [num_units, num_inputs] = size (W);
  height = min (max (1.5, 0.17 * num_inputs), 6);
  sheet = nnr.plot.new_sheet (opts, [7.5, height + 1.1]);
  ax = add_signed_image (sheet, [1.4, 0.6, 5, height], W.', limit, 6.5);
  title (ax, heading);
  xlabel (ax, 'unit');
  every = ceil (num_inputs / 36);
  nnr.plot.name_ticks (sheet, ax, 'y', 1:every:num_inputs, names(1:every:end));
  step = 5 * ceil (num_units / 40);
  set (ax, 'xtick', unique ([1, step:step:num_units]));
end
