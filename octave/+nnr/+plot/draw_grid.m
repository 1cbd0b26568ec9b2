## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_grid (r, opts)
##
## A search: where it is a full grid, heat maps of the mean score with the spread over the folds in
## each cell; else the best candidates, one below the other.

function [sheet, axs] = draw_grid (r, opts)
  g = grid_layout (r, opts.Toolkit);
  if (isempty (g))
    [sheet, axs] = draw_ranking (r, opts);
  else
    [sheet, axs] = draw_maps (r, g, opts);
  end
end

## The grid of a search with two or more options that vary: Options (names: across, down,
## and those that make panels), Texts of their values (cells), and At, the candidate's place
## in each.  Empty where a list says more.
function g = grid_layout (r, toolkit)
  g = [];
  names = option_names (r);
  [texts, at] = deal (cell (1, numel (names)), zeros (numel (r.Results), numel (names)));
  for j = 1:numel (names)
    values = arrayfun (@(one) value_of (one, names{j}), r.Results(:), 'UniformOutput', false);
    [texts{j}, at(:,j)] = distinct (values);
    texts{j} = cellfun (@(t) nnr.words.cut_text (t, 14), ...
                        nnr.plot.picture_texts (texts{j}, toolkit), ...
                        'UniformOutput', false);
  end
  counts = cellfun (@numel, texts);
  [~, order] = sort (counts, 'descend');
  order = order(counts(order) > 1);
  num_panels = prod (counts(order(3:end)));
  ## A random search has a value of its own for nearly each candidate.
  if (numel (order) < 2 || prod (counts) > 2 * numel (r.Results) || num_panels > 6 ...
      || counts(order(1)) > 12 || counts(order(2)) > 12)
    return
  end
  g = struct ('Options', {names(order)}, 'Texts', {texts(order)}, 'At', at(:,order));
end

## Candidates may differ in which options they have.
function names = option_names (r)
  names = arrayfun (@(one) fieldnames (one.Params).', r.Results(:).', 'UniformOutput', false);
  names = unique ([names{:}], 'stable');
end

function value = value_of (one, name)
  value = [];
  if (isfield (one.Params, name))
    value = one.Params.(name);
  end
end

## The different values as text, numbers in rising order, and which each one is.
function [texts, at] = distinct (values)
  every = cellfun (@nnr.words.option_text, values, 'UniformOutput', false);
  texts = unique (every, 'stable');
  [~, at] = ismember (every, texts);
  [~, first] = ismember (texts, every);
  if (all (cellfun (@(v) isnumeric (v) && isscalar (v), values(first))))
    [~, order] = sort (cell2mat (values(first)));
    place(order) = 1:numel (order);
    [texts, at] = deal (texts(order), place(at)(:));
  end
end

function [sheet, axs] = draw_maps (r, g, opts)
  [wide, high] = deal (numel (g.Texts{1}), numel (g.Texts{2}));
  [panels, ~, panel_of] = unique (g.At(:,3:end), 'rows');
  if (columns (g.At) == 2)
    [panels, panel_of] = deal (zeros (1, 0), ones (rows (g.At), 1));
  end
  [width, height] = deal (max (0.8 * wide, 1.6), max (0.55 * high, 1.1));
  across = max (1, min (rows (panels), floor (9 / (width + 1.3))));
  down = ceil (rows (panels) / across);
  sheet = nnr.plot.new_sheet (opts, ...
                              [max(across * (width + 1.3) + 1.2, 5.5), ...
                               down * (height + 1.1) + 0.4]);
  [range, colours_of, factor] = score_scale (r);
  axs = zeros (1, rows (panels));
  for k = 1:rows (panels)
    box = [1.2 + (width + 1.3) * mod(k - 1, across), ...
           0.65 + (height + 1.1) * (down - ceil (k / across)), width, height];
    axs(k) = draw_map (sheet, box, r, g, find (panel_of == k), colours_of, factor);
    title (axs(k), panel_name (g, panels(k,:)));
  end
  box = [1.35 + (width + 1.3) * (across - 1) + width, 0.65, 0.15, height];
  nnr.plot.add_colour_bar (sheet, box, range, colours_of, score_label (r));
  heading = 'Mean and deviation over the folds (bold: chosen; *: sparsest within one s.e.)';
  if (isfield (r.Results, 'Epochs'))
    heading = 'Mean, deviation over the folds (epochs); bold: chosen, *: within one s.e.';
  end
  nnr.plot.add_heading (sheet, heading);
end

function text = panel_name (g, places)
  parts = arrayfun (@(j) sprintf ('%s %s', g.Options{j + 2}, g.Texts{j + 2}{places(j)}), ...
                    1:numel (places), 'UniformOutput', false);
  text = strjoin (parts, ', ');
end

function ax = draw_map (sheet, box, r, g, members, colours_of, factor)
  means = NaN (numel (g.Texts{2}), numel (g.Texts{1}));
  means(sub2ind (size (means), g.At(members,2), g.At(members,1))) = ...
    factor * [r.Results(members).Mean];
  ax = nnr.plot.add_image (sheet, box, colours_of (means));
  nnr.plot.name_ticks (sheet, ax, 'x', 1:columns (means), g.Texts{1});
  nnr.plot.name_ticks (sheet, ax, 'y', 1:rows (means), g.Texts{2});
  xlabel (ax, g.Options{1});
  ylabel (ax, g.Options{2});
  for k = members(:).'
    write_cell (ax, r, k, g.At(k,:), colours_of, factor, sheet);
  end
end

function write_cell (ax, r, k, at, colours_of, factor, sheet)
  one = r.Results(k);
  if (isnan (one.Mean))
    text (ax, at(1), at(2), 'diverged', 'horizontalalignment', 'center');
    return
  end
  [colour, weight, mark] = deal ([0, 0, 0], 'normal', '');
  if (mean (colours_of (factor * one.Mean)) < 0.6)
    colour = [1, 1, 1];
  end
  if (k == r.BestIndex)
    weight = 'bold';
  end
  if (k == r.OneSEIndex)
    mark = ' *';
  end
  style = {'horizontalalignment', 'center', 'color', colour, 'fontweight', weight};
  text (ax, at(1), at(2) - 0.17, [sprintf('%.4g', factor * one.Mean) mark], style{:});
  below = sprintf ('+- %.2g', factor * one.Std);
  if (isfield (one, 'Epochs'))
    below = sprintf ('%s (%d)', below, one.Epochs);
  end
  text (ax, at(1), at(2) + 0.2, below, style{:}, ...
        'fontsize', round (0.8 * sheet.Font));
end

## The range of the colours, darker for better, and what the scores are multiplied with.
function [range, colours_of, factor] = score_scale (r)
  factor = 1 + 99 * strcmp (r.ScoreName, 'Accuracy');
  means = factor * [r.Results.Mean];
  range = [min(means), max(means)];
  if (range(1) == range(2))
    range = range + max (abs (range(1)), 1) * [-0.01, 0.01];
  end
  colours_of = @(v) nnr.plot.share_colours (0.05 + 0.9 * (v - range(1)) / diff (range));
  if (is_loss (r))
    colours_of = @(v) nnr.plot.share_colours (0.05 + 0.9 * (range(2) - v) / diff (range));
  end
end

function yes = is_loss (r)
  yes = ! isempty (regexp (r.ScoreName, 'Loss|MSE|MAE|Brier|ECE', 'once'));
end

function label = score_label (r)
  label = r.ScoreName;
  switch (label)
    case 'Accuracy'
      label = 'accuracy (%)';
    case {'RMSE', 'MeanRMSE'}
      label = [label ' (units of y)'];
  end
end

## The 25 best candidates with their spread, named by the options that vary.
function [sheet, ax] = draw_ranking (r, opts)
  c = nnr.plot.palette ();
  [~, ~, factor] = score_scale (r);
  order = ranked (r);
  count = numel (order);
  height = max (0.8, 0.2 * count);
  names = nnr.plot.picture_texts (candidate_names (r, order), opts.Toolkit);
  margin = 0.3 + 0.075 * max (cellfun (@nnr.words.text_width, names));
  sheet = nnr.plot.new_sheet (opts, [margin + 4.5, height + 1.1]);
  ax = nnr.plot.add_panel (sheet, [margin, 0.6, 4.2, height]);
  means = factor * [r.Results(order).Mean];
  spread = factor * [r.Results(order).Std];
  at = 1:count;
  plot (ax, [means - spread; means + spread], [at; at], '-', 'color', c.Sky, ...
        'linewidth', 2 * sheet.Line);
  plot (ax, means, at, 'o', 'color', c.Blue, 'markerfacecolor', c.Blue, 'markersize', ...
        3 * sheet.Line);
  best = find (order == r.BestIndex);
  plot (ax, means(best), best, 'o', 'color', c.Orange, 'markerfacecolor', c.Orange, ...
        'markersize', 4 * sheet.Line);
  set (ax, 'ydir', 'reverse');
  nnr.plot.name_ticks (sheet, ax, 'y', at, names);
  axis (ax, [nnr.plot.axis_limits([means - spread, means + spread], 0.03), 0.4, count + 0.6]);
  xlabel (ax, [score_label(r) ', mean and deviation over the folds']);
  title (ax, sprintf ('%d of %d candidates, best first', count, numel (r.Results)));
end

function order = ranked (r)
  scores = [r.Results.Mean];
  if (! is_loss (r))
    scores = -scores;
  end
  [scores, order] = sort (scores);
  order = order(! isnan (scores));
  order = order(1:min (end, 25));
end

function names = candidate_names (r, order)
  options = option_names (r);
  texts = cell (numel (r.Results), numel (options));
  for j = 1:numel (options)
    texts(:,j) = arrayfun (@(one) [options{j} ' ' short_text(value_of (one, options{j}))], ...
                           r.Results(:), 'UniformOutput', false);
  end
  varies = arrayfun (@(j) numel (unique (texts(:,j))) > 1, 1:numel (options));
  varies = varies | ! any (varies);
  names = arrayfun (@(k) nnr.words.cut_text (strjoin (texts(k,varies), ', '), 56), order, ...
                    'UniformOutput', false);
end

function text = short_text (value)
  text = nnr.words.option_text (value);
  if (isfloat (value) && isscalar (value))
    text = sprintf ('%.3g', value);
  end
end
