## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [ax, label, others] = nnr.plot.add_profiles (sheet, box, x_limits, c, style)
##
## A panel with a line for each input over lambda, from the struct C that nnreg_coef returns of a
## path: its effect, or over several outputs the norm of its effects, since a line for each output
## would be too many. Right of the panel are the names of the strongest at the smallest lambda, in
## their colours; all others are grey. STYLE is that of the lines. LABEL is for the y axis. OTHERS
## says how many are grey, for the label of the other.

function [ax, label, others] = add_profiles (sheet, box, x_limits, c, style)
  [x, y, label] = lines_of (c);
  limits = nnr.plot.axis_limits ([y(:); 0], 0.06);
  ax = nnr.plot.add_panel (sheet, box);
  axis (ax, [x_limits, limits]);
  colours = nnr.plot.palette ();
  plot (ax, x_limits, [0, 0], '-', 'color', colours.Grey, 'linewidth', 0.7 * sheet.Line);
  [named, grey] = choose_named (y, min (10, floor (box(4) / 0.16)));
  [most, total] = deal (200, numel (grey));
  grey = grey(1:min (end, most));
  draw_grey (ax, x, y(grey,:), sheet, style);
  draw_named (ax, x, y(named,:), sheet, style);
  write_names (sheet, box, limits, y(named,end), c.Names(named));
  if (! any (y(:)))
    text (ax, sqrt (prod (x_limits)), mean (limits) + 0.1 * diff (limits), ...
          'all coefficients are zero', 'horizontalalignment', 'center');
  end
  others = '';
  if (total > 0)
    others = sprintf ('; grey: %s', nnr.words.count_text (total, 'further input'));
    if (total > most)
      others = sprintf ('%s, the strongest %d', others, most);
    end
  end
end

## Lambdas (1-by-L, falling) and values (D-by-L). A logarithmic axis has no place for lambda 0.
function [x, y, label] = lines_of (c)
  label = nnr.plot.effect_label (c.Standardize);
  y = c.Effects;
  if (ndims (y) > 2 || columns (c.Outputs) > 1)
    label = ['norm of ', strrep(label, 'coefficient', 'coefficients')];
    y = reshape (sqrt (sumsq (y, 2)), rows (y), []);
  end
  shown = find (c.Lambda > 0);
  [x, order] = sort (c.Lambda(shown), 'descend');
  y = y(:,shown(order));
end

## The MOST strongest at the last lambda in ascending order, and the others that are ever live, the
## strongest first.
function [named, grey] = choose_named (y, most)
  [~, order] = sort (abs (y(:,end)), 'descend');
  named = order(1:min (end, most));
  named = named(y(named,end) != 0);
  [~, upwards] = sort (y(named,end));
  named = named(upwards);
  [sizes, order] = sort (max (abs (y), [], 2), 'descend');
  grey = order(sizes > 0 & ! ismember (order, named));
end

## One line with gaps, as a hundred objects are slow.
function draw_grey (ax, x, y, sheet, style)
  if (isempty (y))
    return
  end
  c = nnr.plot.palette ();
  x = repmat ([x, NaN], 1, rows (y));
  y = [y, NaN(rows (y), 1)].';
  plot (ax, x, y(:).', style_of (columns (x) / columns (y), style), 'color', c.Grey, ...
        'linewidth', 0.7 * sheet.Line, 'markersize', 2 * sheet.Line);
end

function draw_named (ax, x, y, sheet, style)
  for k = 1:rows (y)
    plot (ax, x, y(k,:), style_of (numel (x), style), 'color', colour_of (k), ...
          'linewidth', 1.3 * sheet.Line, 'markersize', 2 * sheet.Line, 'tag', 'profile');
  end
end

## A line of few points shows them; a single point is no line.
function style = style_of (num_points, style)
  if (num_points <= 12)
    style = ['o', style];
  end
end

function rgb = colour_of (k)
  c = nnr.plot.palette ();
  rgb = c.Lines(mod (k - 1, rows (c.Lines)) + 1,:);
end

## Names beside the ends of their lines (Y, ascending), moved apart until each can be read.
function write_names (sheet, box, limits, y, names)
  ax = nnr.plot.add_panel (sheet, [box(1) + box(3), box(2), 1.5, box(4)], 'beside');
  set (ax, 'visible', 'off', 'tag', 'names');
  axis (ax, [0, 1, limits]);
  line_height = 0.16 / box(4) * diff (limits);
  at = nnr.plot.spread_labels (y, line_height, limits + [0.3, -0.3] * line_height);
  names = nnr.words.short_texts (nnr.plot.picture_texts (names, sheet.Toolkit), 18);
  for k = 1:numel (names)
    plot (ax, [0, 0.08], [y(k), at(k)], '-', 'color', colour_of (k), 'linewidth', 0.7 * sheet.Line);
    text (ax, 0.1, at(k), names{k}, 'color', colour_of (k));
  end
end
