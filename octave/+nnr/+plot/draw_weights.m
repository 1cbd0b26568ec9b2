## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_weights (model, opts)
##
## The first layer, or the effects of a linear model (nnr.model.slopes): an image for each unit if
## the inputs are pixels; else bars, or a matrix if there are many.

function [sheet, axs] = draw_weights (model, opts)
  [W, names, named] = nnr.plot.first_layer (model, opts.Toolkit);
  shape = nnr.plot.image_shape (opts, columns (W), named);
  if (isscalar (model.Weights))
    [W, texts] = linear_view (model, opts.Toolkit);
  else
    texts = unit_texts (W, nnr.plot.model_name (model));
  end
  limit = nnr.plot.largest (W);
  if (! isempty (shape))
    [sheet, axs] = draw_tiles (W, shape, limit, texts, opts);
  elseif (rows (W) <= 6 && (columns (W) <= 30 || texts.Linear))
    [sheet, axs] = draw_bars (W, names, texts, opts);
  else
    [sheet, axs] = draw_matrix (W, names, limit, texts, opts);
  end
end

## What the picture of a network says.
function t = unit_texts (W, name)
  count = rows (W);
  t = struct ('Heading', sprintf (['%s, first layer, %s: %.1f%% of the weights are exactly ' ...
                                   'zero (grey)'], name, ...
                                  nnr.words.count_text (count, 'hidden unit'), ...
                                  100 * nnz (W == 0) / numel (W)), ...
              'Titles', {arrayfun(@(k) sprintf ('unit %d', k), 1:count, ...
                                  'UniformOutput', false)}, ...
              'Linear', false, 'Value', 'weight', 'Each', 'unit', 'Many', 'units', ...
              'Signs', '');
end

## What the picture of a linear model shows, a row for each output, and says.
function [effects, t] = linear_view (model, toolkit)
  c = nnr.model.coefficients (model);
  effects = c.Effects.';
  t = struct ('Heading', sprintf ('Linear model, %s: %d of %s exactly zero (grey)', ...
                                  nnr.plot.model_name (model), ...
                                  nnz (effects == 0), ...
                                  nnr.words.count_text (numel (effects), 'coefficient')), ...
              'Linear', true, 'Value', nnr.plot.effect_label (c.Standardize), ...
              'Each', 'output', 'Many', 'outputs', ...
              'Signs', nnr.model.sign_words (model, 'orange', 'blue'));
  ## One panel is wide, several are not.
  t.Titles = nnr.words.label_texts (c.Outputs, merge (isscalar (c.Outputs), 40, 12));
  if (strcmp (c.Task, 'classification') && numel (c.Outputs) > 1)
    t.Titles = strcat ({'class '}, t.Titles);
    [t.Each, t.Many] = deal ('class', 'classes');
  end
  t.Titles = nnr.plot.picture_texts (t.Titles, toolkit);
  t.Outputs = nnr.plot.picture_texts (c.Outputs, toolkit);
  signs = nnr.plot.picture_texts ({t.Signs}, toolkit);
  t.Signs = signs{1};
end

## The units of largest norm, side by side in one image.
function [sheet, ax] = draw_tiles (W, shape, limit, texts, opts)
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
  heading = heading_width (texts, opts);
  sheet = nnr.plot.new_sheet (opts, [max([width + 1.8, 6.5, heading + 1.1]), height + 1.1]);
  sheet.Square = true;
  left = (sheet.Inches(1) - width - 0.9) / 2;
  ax = add_signed_image (sheet, [left, 0.55, width, height], tiles, limit, left + width + 0.15, ...
                         texts);
  title (ax, texts.Heading);
  note = sprintf ('one image of %d x %d inputs for each %s', shape, texts.Each);
  if (numel (shown) < rows (W))
    note = sprintf ('the %s of largest norm, %d x %d inputs each', ...
                    nnr.words.count_text (numel (shown), texts.Each, texts.Many), shape);
  elseif (texts.Linear && rows (W) == 1)
    note = sprintf ('%d x %d inputs', shape);
  end
  xlabel (ax, strjoin ({note, texts.Signs}(1:1 + texts.Linear), '; '));
end

## An image of weights, with its colour bar at BAR_LEFT.
function ax = add_signed_image (sheet, box, weights, limit, bar_left, texts)
  ax = nnr.plot.add_image (sheet, box, nnr.plot.signed_colours (weights, limit));
  nnr.plot.add_colour_bar (sheet, [bar_left, box(2), 0.15, box(4)], [-limit, limit], ...
                           @(v) nnr.plot.signed_colours (v, limit), texts.Value);
end

function [sheet, axs] = draw_bars (W, names, texts, opts)
  [W, names, texts] = strongest_inputs (W, names, texts, lines_in (opts, 1.65, 0.2, 30), ...
                                        opts);
  [num_units, num_inputs] = size (W);
  height = max (1.2, 0.2 * num_inputs);
  notes = {texts.Shown, texts.Signs};
  notes = notes(! cellfun (@isempty, notes));
  note = 0.25 * ! isempty (notes);
  heading = heading_width (texts, opts);
  sheet = nnr.plot.new_sheet (opts, [max(1.6 + max (1.5 * num_units, 4.6), heading + 0.2), ...
                                     height + 1.4 + note]);
  width = (sheet.Inches(1) - 1.5) / num_units;
  axs = zeros (1, num_units);
  limit = 1.08 * nnr.plot.largest (W);
  for k = 1:num_units
    axs(k) = nnr.plot.add_panel (sheet, [1.4 + width * (k - 1), 0.6, width - 0.15, height]);
    signed_bars (axs(k), W(k,:), sheet);
    axis (axs(k), [-limit, limit, 0.3, num_inputs + 0.7]);
    set (axs(k), 'ydir', 'reverse', 'ytick', 1:num_inputs, 'yticklabel', {});
    title (axs(k), texts.Titles{k});
    xlabel (axs(k), texts.Value);
  end
  nnr.plot.name_ticks (sheet, axs(1), 'y', 1:num_inputs, names);
  nnr.plot.add_heading (sheet, texts.Heading, strjoin (notes, '; '));
end

## Of more inputs than MOST, those of largest norm from the top down, without the ones that are
## zero. Their names are shortened.
function [W, names, texts] = strongest_inputs (W, names, texts, most, opts)
  texts.Shown = '';
  if (columns (W) > most)
    [sizes, order] = sort (norm (W, 'columns'), 'descend');
    live = nnz (sizes);
    shown = min (most, live);
    if (live == 0)
      shown = most;
    elseif (shown < live)
      texts.Shown = sprintf ('the strongest %d inputs', shown);
    else
      texts.Shown = sprintf ('the %d of %s that are not zero', live, ...
                             nnr.words.count_text (columns (W), 'input'));
    end
    [W, names] = deal (W(:,order(1:shown)), names(order(1:shown)));
  end
  room = nnr.plot.room (opts);
  names = nnr.words.short_texts (names, merge (room(1) < 5.8, 13, 16));
end

## At most what there is: then the heading is broken.
function inches = heading_width (texts, opts)
  room = nnr.plot.room (opts);
  inches = min (nnr.plot.text_inches (texts.Heading, 'title'), room(1));
end

## How many lines of some inches fit beside margins, at most MOST.
function count = lines_in (opts, margins, inches, most)
  room = nnr.plot.room (opts);
  count = max (min (floor ((room(2) - margins) / inches), most), 3);
end

## Bars to the left and to the right; a grey mark where the weight is zero.
function signed_bars (ax, w, sheet)
  c = nnr.plot.palette ();
  plot (ax, [0, 0], [0.3, numel(w) + 0.7], '-', 'color', c.Grey);
  for side = {-1, c.Blue; 1, c.Orange}.'
    k = find (sign (w) == side{1})(:).';      # also 1-by-0 of one input
    nnr.plot.add_bars (ax, [0; 0; 1; 1] .* w(k), k + 0.36 * [-1; 1; 1; -1], side{2}, 'none');
  end
  nnr.plot.mark_zeros (ax, find (w == 0), sheet);
end

function [sheet, ax] = draw_matrix (W, names, limit, texts, opts)
  [W, names, texts] = strongest_inputs (W, names, texts, 60, opts);
  if (! isempty (texts.Shown))
    texts.Heading = sprintf ('%s; %s', texts.Heading, texts.Shown);
  end
  [num_units, num_inputs] = size (W);
  height = min (max (1.5, 0.17 * num_inputs), 6);
  width = max (7.5, 0.3 + heading_width (texts, opts));
  sheet = nnr.plot.new_sheet (opts, [width, height + 1.15]);
  ax = add_signed_image (sheet, [1.4, 0.6, width - 2.6, height], W.', limit, width - 1.1, texts);
  title (ax, texts.Heading);
  every = ceil (num_inputs / min (36, lines_in (opts, 1.1, 0.17, 36)));
  nnr.plot.name_ticks (sheet, ax, 'y', 1:every:num_inputs, names(1:every:end));
  step = 5 * ceil (num_units / 40);
  at = unique ([1, step:step:num_units]);
  set (ax, 'xtick', at);
  xlabel (ax, texts.Each);
  if (texts.Linear)
    ## Short names fit below their columns.
    room = floor (60 / num_units);
    if (all (cellfun (@numel, texts.Outputs) <= room))
      nnr.plot.name_ticks (sheet, ax, 'x', 1:num_units, texts.Outputs);
    end
    xlabel (ax, sprintf ('%s; %s', texts.Each, texts.Signs));
  end
end
