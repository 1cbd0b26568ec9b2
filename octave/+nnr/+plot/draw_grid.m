## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_grid (r, opts)
##
## The result R of a search. If its candidates form a grid: heat maps of the mean score, with the
## deviation over the folds in each cell. Otherwise a list of the best candidates.

function [sheet, axs] = draw_grid (r, opts)
  v = view_of (r);
  g = grid_of (v, opts.Toolkit);
  if (isempty (g))
    [sheet, axs] = draw_ranking (r, v, opts);
  else
    [sheet, axs] = draw_maps (r, v, g, opts);
  end
end

## What both pictures need: the Options, their Values (candidates-by-options, [] if a candidate has
## none), Means and Spread in the units of Label, the Range of the means, and their Colours.
function v = view_of (r)
  names = arrayfun (@(one) fieldnames (one.Params).', r.Results(:).', 'UniformOutput', false);
  v.Options = unique ([names{:}], 'stable');
  v.Values = cell (numel (r.Results), numel (v.Options));
  for k = 1:rows (v.Values)
    has = isfield (r.Results(k).Params, v.Options);
    v.Values(k,has) = cellfun (@(name) r.Results(k).Params.(name), v.Options(has), ...
                               'UniformOutput', false);
  end
  [v.Label, factor] = nnr.plot.score_label (r.ScoreName);
  v.Means = factor * [r.Results.Mean];
  v.Spread = factor * [r.Results.Std];
  v.Spread(isnan (v.Spread)) = 0;       # a single fold has none
  v.Range = [min(v.Means), max(v.Means)];
  if (v.Range(1) == v.Range(2))
    v.Range = v.Range + max (abs (v.Range(1)), 1) * [-0.01, 0.01];
  end
  worst_and_best = v.Range;
  if (! r.LargerIsBetter(1))
    worst_and_best = fliplr (v.Range);
  end
  v.Colours = @(means) nnr.plot.share_colours (0.05 + 0.9 * (means - worst_and_best(1)) ...
                                               / diff (worst_and_best));
end

## The grid of the options that vary: Options, most values first (the first goes across, the second
## down, the others make panels), Texts of their values, and At, the places of the candidates. Empty
## if a list of candidates is the better picture.
function g = grid_of (v, toolkit)
  g = [];
  [texts, at] = deal (cell (1, numel (v.Options)), zeros (size (v.Values)));
  for j = 1:numel (v.Options)
    [texts{j}, at(:,j)] = distinct (v.Values(:,j));
    texts{j} = nnr.words.short_texts (nnr.plot.picture_texts (texts{j}, toolkit), 14);
  end
  counts = cellfun (@numel, texts);
  [~, order] = sort (counts, 'descend');
  order = order(counts(order) > 1);
  num_panels = prod (counts(order(3:end)));
  ## In a random search nearly every candidate has its own value.
  if (numel (order) >= 2 && prod (counts) <= 2 * rows (v.Values) && num_panels <= 6 ...
      && counts(order(1)) <= 12)
    g = struct ('Options', {v.Options(order)}, 'Texts', {texts(order)}, 'At', at(:,order));
  end
end

## TEXTS of the different VALUES, numbers in rising order; AT is the place of each value in TEXTS.
function [texts, at] = distinct (values)
  every = cellfun (@nnr.words.option_text, values, 'UniformOutput', false);
  texts = unique (every, 'stable');
  [~, first] = ismember (texts, every);
  numbers = all (cellfun (@(v) isnumeric (v) && isscalar (v), values(first)));
  if (numbers)
    [~, order] = sort (cellfun (@double, values(first)));
    [texts, first] = deal (texts(order), first(order));
  end
  [~, at] = ismember (every, texts);
  if (numbers)
    texts = short_numbers (cellfun (@double, values(first)), texts);
  end
end

## With as few digits as tell the numbers apart: logspace makes 3.16227766e-05.
function texts = short_numbers (numbers, texts)
  for digits = 3:8
    short = arrayfun (@(v) sprintf ('%.*g', digits, v), numbers, 'UniformOutput', false);
    if (numel (unique (short)) == numel (texts))
      texts = reshape (short, size (texts));
      return
    end
  end
end

function [sheet, axs] = draw_maps (r, v, g, opts)
  [panels, ~, panel_of] = unique (g.At(:,3:end), 'rows');
  if (columns (g.At) == 2)
    [panels, panel_of] = deal (zeros (1, 0), ones (rows (g.At), 1));
  end
  count = rows (panels);
  counts = cellfun (@numel, g.Texts(1:2));
  cell_size = [max(0.8, nnr.plot.text_inches (g.Texts{1}, 'label') + 0.15), 0.55];      # inches
  size_of = max (cell_size .* counts, [1.6, 1.1]);
  across = max (1, min (count, floor (9 / (size_of(1) + 1.3))));
  down = ceil (count / across);
  bar_texts = arrayfun (@(m) nnr.words.number_text (m, 4), v.Range, 'UniformOutput', false);
  beside = max (1.2, 0.75 + nnr.plot.text_inches (bar_texts, 'label'));
  room = nnr.plot.room (opts) - [beside, 0.4];
  size_of = max (min (size_of, room ./ [across, down] - [1.3, 1.1]), 0.5);
  pitch = size_of + [1.3, 1.1];
  of_what = merge (isfield (r.Results, 'Epochs'), '(epochs)', 'over the folds');
  heading = ['Mean +- deviation ' of_what '; bold: best, *: sparsest within one s.e.'];
  width = max (across * pitch(1) + beside, ...
               min (room(1), 0.3 + nnr.plot.text_inches (heading, 'title')));
  sheet = nnr.plot.new_sheet (opts, [width, down * pitch(2) + 0.4]);
  g.CellInches = size_of ./ counts;
  axs = zeros (1, count);
  for k = 1:count
    corner = [1.2, 0.65] + pitch .* [mod(k - 1, across), down - ceil(k / across)];
    axs(k) = draw_map (sheet, [corner, size_of], r, v, g, find (panel_of(:).' == k));
    title (axs(k), panel_name (g, panels(k,:)));
  end
  nnr.plot.add_colour_bar (sheet, [0.05 + across * pitch(1), 0.65, 0.15, size_of(2)], v.Range, ...
                           v.Colours, v.Label);
  nnr.plot.add_heading (sheet, heading);
end

function text = panel_name (g, places)
  parts = arrayfun (@(j) sprintf ('%s %s', g.Options{j + 2}, g.Texts{j + 2}{places(j)}), ...
                    1:numel (places), 'UniformOutput', false);
  text = strjoin (parts, ', ');
end

function ax = draw_map (sheet, box, r, v, g, members)
  means = NaN (numel (g.Texts{2}), numel (g.Texts{1}));
  means(sub2ind (size (means), g.At(members,2), g.At(members,1))) = v.Means(members);
  ax = nnr.plot.add_image (sheet, box, v.Colours (means));
  nnr.plot.name_ticks (sheet, ax, 'x', 1:columns (means), g.Texts{1});
  nnr.plot.name_ticks (sheet, ax, 'y', 1:rows (means), g.Texts{2});
  xlabel (ax, g.Options{1});
  ylabel (ax, g.Options{2});
  for k = members
    write_cell (ax, r, v, k, g, sheet);
  end
end

## The mean, and where there is room for two lines the deviation.
function write_cell (ax, r, v, k, g, sheet)
  at = g.At(k,:);
  if (any (g.CellInches < [0.45, 0.17]))
    return
  elseif (isnan (v.Means(k)))
    text (ax, at(1), at(2), 'diverged', 'horizontalalignment', 'center');
    return
  end
  is_dark = mean (v.Colours (v.Means(k))) < 0.6;
  weights = {'normal', 'bold'};
  marks = {'', ' *'};
  style = {'horizontalalignment', 'center', 'color', [1, 1, 1] * is_dark, ...
           'fontweight', weights{1 + (k == r.BestIndex)}};
  above = [nnr.words.number_text(v.Means(k), 4), marks{1 + (k == r.OneSEIndex)}];
  below = ['+- ', nnr.words.number_text(v.Spread(k), 2)];
  if (isfield (r.Results, 'Epochs') && ! isnan (r.Results(k).Epochs))
    below = sprintf ('%s (%d)', below, r.Results(k).Epochs);
  end
  if (any (g.CellInches < [0.65, 0.36]))
    text (ax, at(1), at(2), above, style{:}, 'fontsize', round (0.9 * sheet.Font));
    return
  end
  text (ax, at(1), at(2) - 0.17, above, style{:});
  text (ax, at(1), at(2) + 0.2, below, style{:}, 'fontsize', round (0.8 * sheet.Font));
end

## The 25 best candidates with their spread, named by the options that vary.
function [sheet, ax] = draw_ranking (r, v, opts)
  c = nnr.plot.palette ();
  [~, order] = sort ((1 - 2 * r.LargerIsBetter(1)) * v.Means);
  order = order(! isnan (v.Means(order)));
  order = order(1:min (end, 25));
  [means, spread, at] = deal (v.Means(order), v.Spread(order), 1:numel (order));
  height = max (0.8, 0.2 * numel (at));
  names = nnr.plot.picture_texts (candidate_names (v, order), opts.Toolkit);
  margin = 0.3 + 0.075 * max (cellfun (@nnr.words.text_width, names));
  sheet = nnr.plot.new_sheet (opts, [margin + 4.5, height + 1.1]);
  ax = nnr.plot.add_panel (sheet, [margin, 0.6, 4.2, height]);
  plot (ax, [means - spread; means + spread], [at; at], '-', 'color', c.Sky, ...
        'linewidth', 2 * sheet.Line);
  plot (ax, means, at, 'o', 'color', c.Blue, 'markerfacecolor', c.Blue, ...
        'markersize', 3 * sheet.Line);
  best = find (order == r.BestIndex);
  plot (ax, means(best), best, 'o', 'color', c.Orange, 'markerfacecolor', c.Orange, ...
        'markersize', 4 * sheet.Line);
  set (ax, 'ydir', 'reverse');
  nnr.plot.name_ticks (sheet, ax, 'y', at, names);
  axis (ax, [nnr.plot.axis_limits([means - spread, means + spread], 0.03), 0.4, at(end) + 0.6]);
  xlabel (ax, [v.Label, ', mean and deviation over the folds']);
  heading = sprintf ('%d of %d candidates, best first', numel (at), numel (v.Means));
  if (isscalar (v.Means))
    heading = '1 candidate';
  end
  title (ax, heading);
end

function names = candidate_names (v, order)
  if (isempty (v.Options))              # an empty grid has one candidate
    names = {'as given'};
    return
  end
  texts = strcat (v.Options, {' '}, cellfun (@short_text, v.Values, 'UniformOutput', false));
  varies = arrayfun (@(j) numel (unique (texts(:,j))) > 1, 1:numel (v.Options));
  varies = varies | ! any (varies);
  names = arrayfun (@(k) strjoin (texts(k,varies), ', '), order, 'UniformOutput', false);
  names = nnr.words.short_texts (names, 56);
end

function text = short_text (value)
  text = nnr.words.option_text (value);
  if (isfloat (value) && isscalar (value))
    text = sprintf ('%.3g', value);
  end
end
