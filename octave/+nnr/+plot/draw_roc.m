## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, ax] = nnr.plot.draw_roc (m, opts)
##
## The ROC curve of each class against the rest, of at most the seven classes of lowest area. Of two
## classes the second has one: that of the first is its mirror image.

function [sheet, ax] = draw_roc (m, opts)
  c = nnr.plot.palette ();
  areas = m.AUC;
  if (numel (areas) == 2 && ! isnan (areas(2)))
    areas(1) = NaN;
  end
  [~, order] = sort (areas);
  defined = order(! isnan (areas(order)));
  shown = defined(1:min (end, rows (c.Lines)));
  sheet = nnr.plot.new_sheet (opts, [7.2, 4.7]);
  ax = nnr.plot.add_panel (sheet, [0.8, 0.65, 3.6, 3.6]);
  styles = {'-', '--', '-.', '-', '--', '-.', '-'};
  names = nnr.plot.picture_texts (nnr.words.label_texts (m.ClassNames, 14), opts.Toolkit);
  for k = numel (shown):-1:1
    curve = m.ROC(shown(k));
    plot (ax, 100 * curve.FPR, 100 * curve.TPR, styles{k}, 'color', c.Lines(k,:), ...
          'linewidth', 1.5 * sheet.Line);
  end
  side = corner_side (m.ROC(shown));
  axis (ax, [-0.01 * side, side, 100 - side, 100 + 0.01 * side]);
  set (ax, 'xtick', (0:5) * side / 5, 'ytick', 100 - (5:-1:0) * side / 5);
  xlabel (ax, 'false positive rate (%)');
  ylabel (ax, 'true positive rate (%)');
  if (numel (areas) == 2)
    heading = sprintf ('ROC, %s against %s', names{[2, 1]});
  else
    heading = 'ROC, one class against the rest';
  end
  if (side < 100)
    heading = [heading, ': upper left corner'];
  else
    plot (ax, [0, 100], [0, 100], ':', 'color', c.Black);
  end
  title (ax, heading);
  write_key (sheet, m, names, shown, numel (defined), styles);
end

## The curves of good models lie in the upper left corner: the side of a square that holds them.
function side = corner_side (curves)
  reach = 0;
  for curve = curves(:).'
    reach = max (reach, 100 * curve.FPR(find (curve.TPR >= 0.995, 1)));
  end
  sides = [2, 5, 10, 20, 50, 100];
  side = sides(find (sides >= reach, 1));
end

## A key beside the curves, the lowest area first.
function write_key (sheet, m, names, shown, num_defined, styles)
  c = nnr.plot.palette ();
  ax = nnr.plot.add_panel (sheet, [4.6, 0.65, 2.5, 3.6], 'beside');
  set (ax, 'visible', 'off', 'tag', 'key');
  axis (ax, [0, 10, -13, 0]);
  heading = 'class: area (AUC)';
  if (numel (shown) < num_defined)
    heading = sprintf ('the %d of %d lowest AUC', numel (shown), num_defined);
  end
  text (ax, 0, -0.6, heading);
  for k = 1:numel (shown)
    plot (ax, [0, 1.6], -k - [0.8, 0.8], styles{k}, 'color', c.Lines(k,:), 'linewidth', ...
          1.5 * sheet.Line);
    text (ax, 2, -k - 0.8, sprintf ('%s: %.4f', names{shown(k)}, m.AUC(shown(k))));
  end
  at = -numel (shown) - 2;
  if (numel (m.AUC) > 2)
    text (ax, 0, at, sprintf ('mean of all: %.4f', m.MacroAUC));
    at -= 1.2;
  end
  text (ax, 0, at, 'guessing: 0.5');
end
