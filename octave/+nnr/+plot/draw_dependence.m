## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_dependence (pd, opts)
##
## The partial dependence PD of nnreg_partialdependence: lines over the numbers of an input, dots
## beside its levels, or an image over two inputs, each with the distribution of the rows. Of two
## classes it is the probability of the second one.

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
  styles = {'-', '--', '-.'};           # after hold on, where the colours come again
  style = styles{mod(floor (drawn / rows (colours)), 3) + 1};
  if (! isempty (v.Single))
    plot (axs(1), x, v.Single(order,:), '-', 'color', c.Grey, 'linewidth', 0.5 * sheet.Line);
  end
  for k = 1:columns (v.Values)
    plot (axs(1), x, v.Values(order,k), style, 'color', colours(k,:), 'linewidth', ...
          2 * sheet.Line, 'tag', 'curve');
  end
  across = nnr.plot.axis_limits (x, 0.03);
  limits = nnr.plot.axis_limits ([v.Values(:); v.Single(:); v.Mean(:)], 0.06);
  if (isscalar (v.Mean))
    plot (axs(1), across, v.Mean * [1, 1], ':', 'color', c.Black);
    text (axs(1), across(2), v.Mean, ' all rows');
  else
    write_titles (axs(1), v, order, across(2), limits, colours);
  end
  axis (axs(1), [across, limits]);
  ylabel (axs(1), v.Label);
  title (axs(1), ['Partial dependence on ', v.Names{1}]);
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
  for k = 1:numel (notes)
    text (axs(2), across(2), (85 - 35 * (k - 1)) * max ([d.Share, 1e-3]), notes{k});
  end
end

## Lines about the rows that are not below the points.
function notes = outside_words (d)
  texts = {'below', d.Outside(1); 'above', d.Outside(2); 'gaps', d.Gaps};
  texts = texts([texts{:,2}] > 5e-4,:).';
  notes = cellfun (@(word, share) sprintf (' %.3g%% %s', 100 * share, word), texts(1,:), ...
                   texts(2,:), 'UniformOutput', false);
end

## The names of the lines, at their right ends.
function write_titles (ax, v, order, right, limits, colours)
  ends = v.Values(order(end),:);
  [sorted, by] = sort (ends);
  at = nnr.plot.spread_labels (sorted, diff (limits) / 16, limits);
  for k = 1:numel (by)
    text (ax, right, at(k), [' ', v.Titles{by(k)}], 'color', colours(by(k),:));
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
  axs(1) = nnr.plot.add_panel (sheet, [left, 0.65, 3.4, height]);
  [colours, drawn] = nnr.plot.next_colours (axs(1));
  limits = nnr.plot.axis_limits ([vec(v.Values(shown,:)); v.Single(:); v.Mean(:)], 0.08);
  if (! isempty (v.Single))
    plot (axs(1), v.Single(shown,:).', repmat (1:count, columns (v.Single), 1), '.', 'color', ...
          c.Grey);
  end
  for k = 1:columns (v.Values)
    plot (axs(1), v.Values(shown,k), 1:count, 'o', 'color', colours(k,:), 'markerfacecolor', ...
          colours(k,:), 'markersize', 3.5 * sheet.Line, 'tag', 'curve');
  end
  if (! several)
    plot (axs(1), v.Mean * [1, 1], [0.4, count + 0.6], ':', 'color', c.Black);
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
  heading = {['Partial dependence on ', v.Names{1}]};
  if (several)
    heading{2} = key_words (v.Titles, drawn);
  end
  nnr.plot.add_heading (sheet, heading{:});
end

## Which colour is which output.
function text = key_words (titles, drawn)
  names = circshift ({'blue', 'orange', 'green', 'sky blue', 'pink', 'yellow', 'black'}, -drawn);
  text = strjoin (strcat (names(1:numel (titles)), {' '}, titles(:).'), ', ');
end
