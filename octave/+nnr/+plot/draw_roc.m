## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, ax] = nnr.plot.draw_roc (m, opts)
##
## The ROC curve of each class against the rest, of at most the seven classes of lowest area. Of two
## classes the second has one: that of the first is its mirror image. Each curve keeps its lines of
## the key, as after hold on the next picture writes a key for all.

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
  names = nnr.plot.picture_texts (nnr.words.label_texts (m.ClassNames, 14), opts.Toolkit);
  own = nnr.plot.picture_name (sheet, opts, 'model');
  draw_curves (sheet, ax, m.ROC(shown), key_of (m, names, shown, numel (defined), own));
  curves = findobj (ax, 'type', 'line', 'tag', 'curve');
  side = corner_side (curves);
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
  elseif (isempty (findobj (ax, 'tag', 'guessing')))
    plot (ax, [0, 100], [0, 100], ':', 'color', c.Black, 'tag', 'guessing');
  end
  title (ax, heading);
  write_key (sheet, curves);
end

## Seven colours and three styles make 21 pairs. The lowest area is drawn last, above the others.
function draw_curves (sheet, ax, curves, key)
  [colours, drawn] = nnr.plot.next_colours (ax);
  styles = {'-', '--', '-.'};
  for k = numel (curves):-1:1
    key(k).Number = drawn + k;
    line = plot (ax, 100 * curves(k).FPR, 100 * curves(k).TPR, ...
                 styles{mod(drawn + k - 1, 3) + 1}, 'color', colours(k,:), ...
                 'linewidth', 1.5 * sheet.Line, 'tag', 'curve');
    setappdata (line, 'nnreg_key', key(k));
  end
end

## For each curve its line of the key; the first has the one Before it, the last the one After. OWN
## is the name of the picture, which is said if there are several.
function key = key_of (m, names, shown, num_defined, own)
  key = struct ('Number', cell (1, numel (shown)), 'Before', '', 'Text', '', 'After', '', ...
                'Own', own, 'Class', '');
  for k = 1:numel (shown)
    key(k).Class = names{shown(k)};
    key(k).Text = sprintf (': %.4f', m.AUC(shown(k)));
  end
  if (! isempty (shown))
    key(1).Before = 'class: area (AUC)';
    if (numel (shown) < num_defined)
      key(1).Before = sprintf ('the %d of %d lowest AUC', numel (shown), num_defined);
    end
    if (numel (m.AUC) > 2)
      key(end).After = sprintf ('mean of all: %.4f', m.MacroAUC);
    end
  end
end

## The curves of good models lie in the upper left corner: the side of a square that holds them.
function side = corner_side (curves)
  reach = 0;
  for curve = curves(:).'
    [x, y] = deal (get (curve, 'xdata'), get (curve, 'ydata'));
    reach = max (reach, x(find (y >= 99.5, 1)));
  end
  sides = [2, 5, 10, 20, 50, 100];
  side = sides(find (sides >= reach, 1));
end

## A key beside the curves in the order of the pictures, the lowest area of each first; of more than
## 21 curves the last ones, as colours and styles come again.
function write_key (sheet, curves)
  [curves, key] = in_order (curves);
  key = with_names (key);
  ax = nnr.plot.add_panel (sheet, [4.6, 0.65, 2.5, 3.6], 'beside');
  set (ax, 'visible', 'off', 'tag', 'key');
  at = 0.4;
  for k = 1:numel (curves)
    if (! isempty (key(k).Before))
      at -= 1 + (k > 1) * 0.6;
      text (ax, 0, at, key(k).Before);
    end
    at -= 1;
    plot (ax, [0, 1.6], [at, at], get (curves(k), 'linestyle'), 'color', ...
          get (curves(k), 'color'), 'linewidth', 1.5 * sheet.Line);
    text (ax, 2, at, key(k).Text);
    if (! isempty (key(k).After))
      at -= 1;
      text (ax, 0, at, key(k).After);
    end
  end
  at -= 1;
  text (ax, 0, at, 'guessing: 0.5');
  axis (ax, [0, 10, min(-13, at - 0.5), 0]);
end

## The texts of the key: the classes, but the names of the pictures where several have a curve each,
## and both where several have more.
function key = with_names (key)
  owners = {key.Own};
  several = numel (unique (owners)) > 1;
  alone = several && numel (unique (owners)) == numel (owners);
  for k = 1:numel (key)
    if (alone)
      key(k).Text = [key(k).Own, key(k).Text];
      key(k).Before = merge (k == 1, 'area (AUC)', '');
    else
      key(k).Text = [key(k).Class, key(k).Text];
      if (several && ! isempty (key(k).Before))
        key(k).Before = sprintf ('%s: %s', key(k).Own, ...
                                 strrep (key(k).Before, 'class: area (AUC)', 'area (AUC)'));
      end
    end
  end
end

function [curves, key] = in_order (curves)
  key = arrayfun (@(curve) getappdata (curve, 'nnreg_key'), curves);
  [~, order] = sort ([key.Number]);
  order = order(max (1, end - 20):end);
  [curves, key] = deal (curves(order), key(order));
end
