## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, ax] = nnr.plot.draw_confusion (m, opts)
##
## The confusion matrix of metrics M: counts, and as colours the shares of each true class. Of
## thousands of classes it has those with the most mistakes.

function [sheet, ax] = draw_confusion (m, opts)
  shown = shown_classes (m.Confusion);
  C = full (m.Confusion(shown,shown));
  shares = C ./ max (full (sum (m.Confusion(shown,:), 2)), realmin);
  names = nnr.words.label_texts (m.ClassNames(shown,:), 12);
  names = nnr.plot.picture_texts (names, opts.Toolkit);
  count = rows (C);
  side = max (min ([max(0.55 * count, 2.2), 7.5, nnr.plot.room(opts) - [2.6, 1.3]]), 0.8);
  every = ceil (0.19 * count / side);
  [below, beside] = names_for (names, side * every / count);
  left = 0.8 + 0.08 * max (cellfun (@nnr.words.text_width, beside));
  sheet = nnr.plot.new_sheet (opts, [left + side + 1.2, side + 1.3]);
  ax = nnr.plot.add_image (sheet, [left, 0.75, side, side], nnr.plot.share_colours (shares));
  nnr.plot.name_ticks (sheet, ax, 'x', 1:every:count, below(1:every:end));
  nnr.plot.name_ticks (sheet, ax, 'y', 1:every:count, beside(1:every:end));
  write_counts (ax, C, shares, side / count, sheet);
  xlabel (ax, 'predicted class');
  ylabel (ax, 'true class');
  heading = sprintf ('%.2f%% of %.6g right', 100 * m.Accuracy, full (sum (m.Confusion(:))));
  if (count < rows (m.Confusion))
    heading = sprintf ('%s; %d of %d classes, with the most mistakes', heading, count, ...
                       rows (m.Confusion));
  end
  title (ax, heading);
  nnr.plot.add_colour_bar (sheet, [left + side + 0.15, 0.75, 0.15, side], [0, 100], ...
                           @(v) nnr.plot.share_colours (v / 100), 'share of the true class (%)');
end

function shown = shown_classes (confusion)
  [most, some] = deal (1000, 100);
  shown = (1:rows (confusion)).';
  if (numel (shown) > most)
    mistakes = sum (confusion, 1).' + sum (confusion, 2) - 2 * diag (confusion);
    [~, order] = sort (full (mistakes), 'descend');
    shown = sort (order(1:some));
  end
end

## Names that do not fit below a column become numbers, which the names of the rows explain.
function [below, beside] = names_for (names, inches)
  [below, beside] = deal (names);
  if (any (cellfun (@nnr.words.text_width, names) > inches / 0.085))
    numbers = 1:numel (names);
    below = arrayfun (@(k) sprintf ('(%d)', k), numbers, 'UniformOutput', false);
    beside = arrayfun (@(k) sprintf ('%s (%d)', names{k}, k), numbers, 'UniformOutput', false);
  end
end

function write_counts (ax, C, shares, cell_inches, sheet)
  if (cell_inches < 0.3)
    return
  end
  size_of = round (sheet.Font * min (1, 0.9 * cell_inches / 0.5));
  for k = find (C(:) > 0)(:).'
    [row, column] = ind2sub (size (C), k);
    colour = repmat (double (shares(k) > 0.5), 1, 3);
    label = sprintf ('%.5g', C(k));
    if (cell_inches >= 0.5)
      text (ax, column, row + 0.2, sprintf ('%.0f%%', 100 * shares(k)), 'fontsize', ...
            round (0.8 * size_of), 'horizontalalignment', 'center', 'color', colour);
      row -= 0.16;
    end
    text (ax, column, row, label, 'horizontalalignment', 'center', 'fontsize', size_of, ...
          'color', colour);
  end
end
