## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_histogram (models, opts)
##
## Histograms of the first layers of MODELS (a cell), with the same axes; the exact zeros have a
## bar of their own.

function [sheet, axs] = draw_histogram (models, opts)
  labels = labels_of (models, opts.Labels);
  weights = cellfun (@(m) vec (nnr.plot.first_layer (m, opts.Toolkit)), models, ...
                     'UniformOutput', false);
  limit = nnr.plot.largest (vertcat (weights{:}));
  edges = linspace (-limit, limit, 62);  # an odd number of bins: one is around 0
  counts = cellfun (@(w) histc (w(w != 0), edges)(1:end - 1)(:), weights, ...
                    'UniformOutput', false);
  zeros_of = cellfun (@(w) sum (w == 0), weights);
  ## A bar of zeros that would flatten all others is cut; its text says how many there are.
  others = max (cellfun (@max, counts));
  top = max (zeros_of);
  if (others > 0)
    top = max (others, min (top, 4 * others));
  end
  top *= 1.15;
  across = min (numel (models), 3);
  down = ceil (numel (models) / across);
  sheet = nnr.plot.new_sheet (opts, [0.6 + max(2.7 * across, 3.2), 0.1 + 3.1 * down]);
  axs = zeros (1, numel (models));
  labels = nnr.plot.picture_texts (labels, opts.Toolkit);
  width = (sheet.Inches(1) - 0.2) / across;
  for k = 1:numel (models)
    box = [0.85 + width * mod(k - 1, across), ...
           0.6 + 3.1 * (down - ceil (k / across)), width - 0.85, 2.1];
    axs(k) = nnr.plot.add_panel (sheet, box);
    draw_bins (axs(k), edges, counts{k}, zeros_of(k), top);
    title (axs(k), sprintf ('%s: %.1f%% zeros', labels{k}, ...
                            100 * nnz (weights{k} == 0) / numel (weights{k})));
    xlabel (axs(k), 'weight of the first layer');
    ylabel (axs(k), 'number of weights');
  end
end

function draw_bins (ax, edges, counts, num_zeros, top)
  c = nnr.plot.palette ();
  step = edges(2) - edges(1);
  some = find (counts.' > 0);
  nnr.plot.add_bars (ax, edges(some) + step * [0; 0; 1; 1], counts(some).' .* [0; 1; 1; 0], ...
                     c.Blue, c.Blue);
  if (num_zeros > 0)
    height = min (num_zeros, top);
    nnr.plot.add_bars (ax, 0.6 * step * [-1; -1; 1; 1], height * [0; 1; 1; 0], c.Orange, c.Orange);
    write = @(place, words) text (ax, edges(end) * 0.06, place * height, words, 'color', c.Orange);
    write (0.93, nnr.words.count_text (num_zeros, 'zero'));
    if (num_zeros > top)       # on a second line, as half a panel has no room beside it
      write (0.83, '(bar is cut)');
    end
  end
  axis (ax, [edges(1), edges(end), 0, top]);
end

## The option Labels, or the penalties of the models.
function labels = labels_of (models, labels)
  if (isempty (labels))
    labels = cellfun (@penalty_name, models, 'UniformOutput', false);
  elseif (ischar (labels))
    labels = {labels};
  end
  if (! (iscellstr (labels) && numel (labels) == numel (models)))
    error ('nnreg:badArgument', 'Labels must be a cell with a name for each of the %s', ...
           nnr.words.count_text (numel (models), 'model'));
  end
end

function name = penalty_name (model)
  name = model.Settings.Penalty;
  lambda = model.Settings.Lambda;
  if (! strcmp (name, 'none') && isnumeric (lambda) && isscalar (lambda))
    name = sprintf ('%s %g', upper (name), lambda);
  end
end
