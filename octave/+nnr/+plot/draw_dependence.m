## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_dependence (pd, opts)
##
## The partial dependence PD of nnreg_partialdependence: lines over the numbers of an input, dots
## beside its levels, or an image over two inputs, each with the distribution of the rows. Of two
## classes it is the probability of the second one. After hold on the curves or dots have the names
## of their pictures.

function [sheet, axs] = draw_dependence (pd, opts)
  v = view_of (pd, opts.Toolkit);
  if (numel (pd.Names) == 2)
    [sheet, axs] = nnr.plot.draw_surface (v, opts);
  elseif (isnumeric (pd.Points{1}))
    [sheet, axs] = draw_lines (v, opts);
  else
    [sheet, axs] = draw_levels (v, opts);
  end
end

## What all pictures need: Names and Points of the inputs, the Values of at most seven outputs
## (those that change most), with their Titles, the Label of the values, their Mean, the single rows
## (Single, P-by-n, of one output) and the Distribution.
function v = view_of (pd, toolkit)
  count = numel (pd.Mean);
  factor = 1;
  v.Label = 'mean prediction';
  titles = arrayfun (@(k) sprintf ('response %d', k), (1:count).', 'UniformOutput', false);
  if (strcmp (pd.Task, 'classification'))
    [factor, v.Label] = deal (100, 'mean probability (%)');
    titles = nnr.words.label_texts (pd.ClassNames, 16);
  end
  values = reshape (pd.Values, [], count);
  [~, order] = sort (max (values, [], 1) - min (values, [], 1), 'descend');
  shown = sort (order(1:min (end, 7)));
  if (strcmp (pd.Task, 'classification') && count == 2)
    shown = 2;
    v.Label = sprintf ('probability of %s (%%)', titles{2});
  end
  v.Which = '';
  if (numel (shown) < count && count > 2)
    v.Which = sprintf (': the %d of %d that change most', numel (shown), count);
  end
  v.Names = nnr.plot.picture_texts (pd.Names, toolkit);
  label = nnr.plot.picture_texts ({v.Label}, toolkit);
  v.Label = label{1};
  v.Titles = nnr.plot.picture_texts (titles(shown), toolkit);
  v.Points = pd.Points;
  for d = find (cellfun (@iscell, pd.Points))(:).'
    v.Points{d} = nnr.plot.picture_texts (nnr.words.label_texts (pd.Points{d}, 20), toolkit);
  end
  v.Values = factor * values(:,shown);
  v.Mean = factor * pd.Mean(shown);
  v.Size = [cellfun(@numel, pd.Points), 1];
  v.Distribution = pd.Distribution;
  v.Single = [];
  if (isfield (pd, 'ICE') && isscalar (shown))
    v.Single = factor * pd.ICE(:,:,shown);
  end
end

function [sheet, axs] = draw_lines (v, opts)
  c = nnr.plot.palette ();
  [x, order] = sort (v.Points{1});
  sheet = nnr.plot.new_sheet (opts, [6.2, 5.2]);
  axs(1) = nnr.plot.add_panel (sheet, [0.9, 1.9, 3.9, 2.8]);
  [colours, drawn] = nnr.plot.next_colours (axs(1));
  [name, is_over] = nnr.plot.picture_name (sheet, opts, 'model');
  styles = {'-', '--', '-.'};           # after hold on, where the colours come again
  style = styles{mod(floor (drawn / rows (colours)), 3) + 1};
  if (! isempty (v.Single))
    plot (axs(1), x, v.Single(order,:), '-', 'color', c.Grey, 'linewidth', 0.5 * sheet.Line);
  end
  for k = 1:columns (v.Values)
    curve = plot (axs(1), x, v.Values(order,k), style, 'color', colours(k,:), 'linewidth', ...
                  2 * sheet.Line, 'tag', 'curve');
    setappdata (curve, 'nnreg_name', {v.Titles{k}, name});
  end
  across = nnr.plot.axis_limits (x, 0.03);
  limits = nnr.plot.axis_limits ([v.Values(:); v.Single(:); v.Mean(:)], 0.06);
  if (isscalar (v.Mean))
    plot (axs(1), across, v.Mean * [1, 1], ':', 'color', merge (is_over, colours(1,:), c.Black));
    notes = {' all rows'};
    renew (axs(1), across(2), v.Mean, notes(! is_over));
  end
  if (! isscalar (v.Mean) || is_over)
    write_titles (axs(1), across(2), limits);
  end
  axis (axs(1), [across, limits]);
  ylabel (axs(1), v.Label);
  title (axs(1), ['Partial dependence on ', v.Names{1}, v.Which]);
  axs(2) = nnr.plot.add_panel (sheet, [0.9, 0.75, 3.9, 0.8]);
  d = v.Distribution(1);
  if (numel (d.Edges) == numel (d.Share) + 1)
    corners = [d.Edges(1:end - 1); d.Edges(1:end - 1); d.Edges(2:end); d.Edges(2:end)];
    nnr.plot.add_bars (axs(2), corners, 100 * d.Share .* [0; 1; 1; 0], c.Grey, 'none');
  end
  axis (axs(2), [across, 0, 105 * max([d.Share, 1e-3])]);
  xlabel (axs(2), v.Names{1});
  ylabel (axs(2), 'rows (%)');
  notes = outside_words (d);
  renew (axs(2), across(2), (85 - 35 * (0:numel (notes) - 1)) * max ([d.Share, 1e-3]), notes);
end

## Texts right of AX; those of a picture before it, after hold on, go.
function renew (ax, x, y, texts)
  delete (findobj (ax, 'type', 'text', 'tag', 'note'));
  for k = 1:numel (texts)
    text (ax, x, y(k), texts{k}, 'tag', 'note');
  end
end

## Lines about the rows that are not below the points.
function notes = outside_words (d)
  texts = {'below', d.Outside(1); 'above', d.Outside(2); 'gaps', d.Gaps};
  texts = texts([texts{:,2}] > 5e-4,:).';
  notes = cellfun (@(word, share) sprintf (' %.3g%% %s', 100 * share, word), texts(1,:), ...
                   texts(2,:), 'UniformOutput', false);
end

## The names of all lines at their right ends, of several pictures with the names of these.
function write_titles (ax, right, limits)
  curves = flipud (findobj (ax, 'type', 'line', 'tag', 'curve'));
  names = vertcat (arrayfun (@(one) getappdata (one, 'nnreg_name'), curves, ...
                             'UniformOutput', false){:});
  texts = names(:,1);
  if (numel (unique (names(:,2))) > 1)
    several = numel (unique (names(:,1))) > 1 ...
              || numel (unique (names(:,2))) < rows (names);
    texts = merge (several, strcat (names(:,1), {', '}, names(:,2)), names(:,2));
  end
  texts = nnr.words.short_texts (texts, 18);
  before = getappdata (ax, 'nnreg_limits');
  if (! isempty (before))
    limits = [min(limits(1), before(3)), max(limits(2), before(4))];
    right = max (right, before(2));
  end
  ends = arrayfun (@(one) get (one, 'ydata')(end), curves);
  [sorted, by] = sort (ends);
  at = nnr.plot.spread_labels (sorted, diff (limits) / 16, limits);
  delete (findobj (ax, 'type', 'text', 'tag', 'name'));
  for k = 1:numel (by)
    text (ax, right, at(k), [' ', texts{by(k)}], 'color', get (curves(by(k)), 'color'), ...
          'tag', 'name');
  end
end

function [sheet, axs] = draw_levels (v, opts)
  c = nnr.plot.palette ();
  [all_points, share] = deal (v.Points{1}, 100 * v.Distribution(1).Share);
  most = 40;
  [~, order] = sort (share, 'descend');
  shown = sort (order(1:min (end, most)));
  count = numel (shown);
  height = max (1.2, 0.28 * count);
  left = 0.5 + 0.09 * max (cellfun (@nnr.words.text_width, all_points(shown)));
  several = ! isscalar (v.Mean);
  sheet = nnr.plot.new_sheet (opts, [left + 5 + 0.3, height + 1.3 + 0.25 * several]);
  [~, is_over] = nnr.plot.picture_name (sheet, opts, 'model');
  sheet.Inches(2) = sheet.Inches(2) + 0.25 * (is_over && ! several);
  axs(1) = nnr.plot.add_panel (sheet, [left, 0.65, 3.4, height]);
  [colours, ~, names] = nnr.plot.next_colours (axs(1));
  limits = nnr.plot.axis_limits ([vec(v.Values(shown,:)); v.Single(:); v.Mean(:)], 0.08);
  if (! isempty (v.Single))
    plot (axs(1), v.Single(shown,:).', repmat (1:count, columns (v.Single), 1), '.', 'color', ...
          c.Grey);
  end
  for k = 1:columns (v.Values)
    plot (axs(1), v.Values(shown,k), 1:count, 'o', 'color', colours(k,:), 'markerfacecolor', ...
          colours(k,:), 'markersize', 3.5 * sheet.Line, 'tag', 'curve');
  end
  note = key_words (sheet, v, names, opts);
  if (! several)
    plot (axs(1), v.Mean * [1, 1], [0.4, count + 0.6], ':', 'color', ...
          merge (is_over, colours(1,:), c.Black));
  end
  axis (axs(1), [limits, 0.4, count + 0.6]);
  set (axs(1), 'ydir', 'reverse');
  nnr.plot.name_ticks (sheet, axs(1), 'y', 1:count, all_points(shown));
  xlabel (axs(1), v.Label);
  axs(2) = nnr.plot.add_panel (sheet, [left + 3.6, 0.65, 1.3, height]);
  nnr.plot.add_bars (axs(2), share(shown) .* [0; 1; 1; 0], (1:count) + 0.35 * [-1; -1; 1; 1], ...
                     c.Grey, 'none');
  axis (axs(2), [0, 1.05 * max([share, 0.1]), 0.4, count + 0.6]);
  set (axs(2), 'ydir', 'reverse', 'ytick', []);
  xlabel (axs(2), 'rows (%)');
  nnr.plot.add_heading (sheet, ['Partial dependence on ', v.Names{1}, v.Which], note);
end

## Which colour is which output, or after hold on which picture.
function text = key_words (sheet, v, names, opts)
  [name, is_over] = nnr.plot.picture_name (sheet, opts, 'model');
  own = struct ('Colours', {names(1:numel (v.Titles))}, 'Titles', {v.Titles(:).'}, 'Name', name);
  said = nnr.plot.say (sheet, own);
  text = {};
  for k = 1:numel (said)
    one = said{k};
    text{k} = strjoin (strcat (one.Colours, {' '}, one.Titles), ', ');
    if (is_over && isscalar (one.Titles))
      text{k} = sprintf ('%s %s', one.Colours{1}, one.Name);
    elseif (is_over)
      text{k} = sprintf ('%s: %s', one.Name, text{k});
    end
  end
  text = strjoin (text, '; ');
  if (! is_over && isscalar (v.Titles))
    text = '';
  end
end
