## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_surface (v, opts)
##
## Partial dependence on two inputs, by the view V of nnr.plot.draw_dependence: an image for each
## output, the first input across, the second upwards. Bars below and beside are the rows at the
## points.

function [sheet, axs] = draw_surface (v, opts)
  count = numel (v.Titles);
  left = 0.8 + 0.08 * widest (v.Points{2});
  side = 3.4;
  pitch = left + side + 1.7;
  sheet = nnr.plot.new_sheet (opts, [pitch * min(count, 3) + 0.1, 5.6 * ceil(count / 3)]);
  axs = [];
  for k = 1:count
    at = [pitch * mod(k - 1, 3) + left, 5.6 * (ceil (count / 3) - ceil (k / 3)) + 1.6];
    axs = [axs, draw_output(sheet, v, k, [at, side, side])];
  end
end

function axs = draw_output (sheet, v, k, box)
  values = reshape (v.Values(:,k), v.Size(1), v.Size(2));
  range = [min(values(:)), max(values(:))];
  if (range(1) == range(2))
    range += max (abs (range(1)), 1) * [-0.01, 0.01];
  end
  colours = @(x) nnr.plot.share_colours ((x - range(1)) / diff (range));
  axs(1) = nnr.plot.add_image (sheet, box, colours (flipud (values.')));
  name_points (sheet, axs(1), 'y', flipud (vec (texts_of (v.Points{2}))));
  heading = v.Label;
  if (numel (v.Titles) > 1)
    heading = sprintf ('%s: %s', v.Label, v.Titles{k});
  end
  title (axs(1), heading);
  ylabel (axs(1), v.Names{2});
  nnr.plot.add_colour_bar (sheet, [box(1) + box(3) + 0.15, box(2), 0.15, box(4)], range, ...
                           colours, '');
  axs(2) = add_rows (sheet, v, [box(1), box(2) - 0.75, box(3), 0.6]);
end

## The share of the rows at the points of the first input.
function ax = add_rows (sheet, v, box)
  c = nnr.plot.palette ();
  share = 100 * v.Distribution(1).Near;
  count = numel (share);
  ax = nnr.plot.add_panel (sheet, box);
  nnr.plot.add_bars (ax, (1:count) + 0.45 * [-1; -1; 1; 1], share .* [0; 1; 1; 0], c.Grey, 'none');
  axis (ax, [0.5, count + 0.5, 0, 1.05 * max([share, 0.1])]);
  name_points (sheet, ax, 'x', texts_of (v.Points{1}));
  xlabel (ax, v.Names{1});
  ylabel (ax, 'rows (%)');
end

function texts = texts_of (points)
  texts = points;
  if (isnumeric (points))
    texts = arrayfun (@(x) sprintf ('%.3g', x), points, 'UniformOutput', false);
  end
end

## At most six names, or all levels across if they are short.
function name_points (sheet, ax, side, texts)
  most = merge (strcmp (side, 'y'), 12, merge (widest (texts) > 6, 4, 6));
  some = 1:ceil (numel (texts) / most):numel (texts);
  nnr.plot.name_ticks (sheet, ax, side, some, texts(some));
end

function width = widest (points)
  width = max (cellfun (@nnr.words.text_width, texts_of (points)));
end
