## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_histogram (models, opts)
##
## Histograms of the first layers of MODELS (a cell), with the same axes; the exact zeros have a
## bar of their own, on top of that of the weights near zero. A strip above each is all of its
## weights, the share of the zeros in orange: it tells models apart whose bars are cut.

function [sheet, axs] = draw_histogram (models, opts)
  labels = labels_of (models, opts.Labels);
  weights = cellfun (@(m) vec (nnr.plot.first_layer (m, opts.Toolkit)), models, ...
                     'UniformOutput', false);
  limit = nnr.plot.largest (vertcat (weights{:}));
  edges = linspace (-limit, limit, 62);  # an odd number of bins: one is around 0
  counts = cellfun (@(w) histc (w(w != 0), edges)(1:end - 1)(:), weights, ...
                    'UniformOutput', false);
  zeros_of = cellfun (@(w) sum (w == 0), weights);
  ## A bar at zero that would flatten the others is cut; its text says how many there are. Weights
  ## near zero are cut lower, so that they do not look like zeros.
  middle = (numel (edges)) / 2;
  others = max (cellfun (@(n) max (n([1:middle - 1, middle + 1:end])), counts));
  top = max ([zeros_of + cellfun(@(n) n(middle), counts), cellfun(@max, counts)]);
  if (others > 0)
    top = min (top, 5 * others);
  end
  across = min (numel (models), 3);
  down = ceil (numel (models) / across);
  labels = nnr.plot.picture_texts (labels, opts.Toolkit);
  share = 100 * zeros_of ./ cellfun (@numel, weights);
  titles = arrayfun (@(k) sprintf ('%s: %.1f%% zeros', labels{k}, share(k)), 1:numel (models), ...
                     'UniformOutput', false);
  room = nnr.plot.room (opts);
  most = max (2.7, min (4.5, room(1) / across));
  each = max ([2.7, 0.5 + nnr.plot.text_inches(titles, 'title')]);
  sheet = nnr.plot.new_sheet (opts, [0.6 + max(min (each, most) * across, 3.2), 0.1 + 3.1 * down]);
  axs = zeros (1, numel (models));
  width = (sheet.Inches(1) - 0.2) / across;
  for k = 1:numel (models)
    box = [0.85 + width * mod(k - 1, across), ...
           0.6 + 3.1 * (down - ceil (k / across)), width - 0.85, 2.1];
    axs(k) = nnr.plot.add_panel (sheet, box);
    draw_bins (axs(k), edges, counts{k}, zeros_of(k), top);
    inches = box(3) / sheet.Inches(1) * sheet.Room(1) / sheet.Zoom;
    draw_strip (axs(k), edges([1, end]), share(k) / 100, 1.3 * top, inches);
    title (axs(k), titles{k});
    xlabel (axs(k), 'weight of the first layer');
    ylabel (axs(k), 'number of weights');
  end
end

function draw_bins (ax, edges, counts, num_zeros, top)
  c = nnr.plot.palette ();
  step = edges(2) - edges(1);
  some = find (counts.' > 0);
  most = top;
  if (any (counts > top))
    most = 0.7 * top;
  end
  heights = min (counts(some).', most);
  nnr.plot.add_bars (ax, edges(some) + step * [0; 0; 1; 1], heights .* [0; 1; 1; 0], c.Blue, ...
                     c.Blue);
  lines = cell (0, 2);
  highest = 0;
  if (num_zeros > 0)
    near = min (counts(numel (edges) / 2), most);
    highest = min (near + num_zeros, top);
    nnr.plot.add_bars (ax, 0.5 * step * [-1; -1; 1; 1], [near; highest; highest; near], ...
                       c.Orange, c.Orange);
    lines = {nnr.words.count_text(num_zeros, 'zero'), c.Orange};
    if (near + num_zeros > top) # on a second line, as half a panel has no room beside it
      lines(end + 1,:) = {'(bar is cut)', c.Orange};
    end
  end
  if (any (counts > top))
    lines(end + 1,:) = {sprintf('%d near zero', max (counts)), c.Blue};
    lines(end + 1,:) = {'(bar is cut)', c.Blue};
  end
  height = max ([heights, highest]);
  for k = 1:rows (lines)
    text (ax, edges(end) * 0.06, height - (0.12 * k - 0.07) * top, lines{k,1}, ...
          'color', lines{k,2}, 'tag', 'inside');
  end
end

## The strip at the top of the axes, whose height is TOP; its parts have names where INCHES, the
## width, have room for them.
function draw_strip (ax, ends, share, top, inches)
  c = nnr.plot.palette ();
  middle = ends(1) + share * diff (ends);
  y = top * [0.88; 0.98; 0.98; 0.88];
  patch (ax, 'xdata', ends([1, 1, 2, 2]).', 'ydata', y, 'facecolor', c.Blue, ...
         'edgecolor', 'none', 'tag', 'strip');
  if (share > 0)
    patch (ax, 'xdata', [ends(1); ends(1); middle; middle], 'ydata', y, 'facecolor', c.Orange, ...
           'edgecolor', 'none', 'tag', 'strip');
  end
  at = [ends(1) + middle, middle + ends(2)] / 2;
  for part = {'zero', at(1), share; 'not zero', at(2), 1 - share}.'
    if (part{3} * inches > 1.2 * nnr.plot.text_inches (part{1}, 'label'))
      text (ax, part{2}, 0.93 * top, part{1}, 'color', 'w', 'horizontalalignment', 'center');
    end
  end
  axis (ax, [ends, 0, top]);
  ticks = get (ax, 'ytick');
  set (ax, 'ytick', ticks(ticks < 0.85 * top));
end

## The option Labels, or the penalties of the models.
function labels = labels_of (models, labels)
  if (isempty (labels))
    labels = nnr.plot.model_names (models);
  elseif (ischar (labels))
    labels = {labels};
  end
  if (! (iscellstr (labels) && numel (labels) == numel (models)))
    error ('nnreg:badArgument', 'Labels must be a cell with a name for each of the %s', ...
           nnr.words.count_text (numel (models), 'model'));
  end
end
