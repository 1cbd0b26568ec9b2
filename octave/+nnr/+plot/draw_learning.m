## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_learning (r, opts)
##
## A learning curve of nnreg_learningcurve: the score of training and of validation by the number of
## rows, with standard errors.

function [sheet, axs] = draw_learning (r, opts)
  [label, factor] = nnr.plot.score_label (r.ScoreName);
  sheet = nnr.plot.new_sheet (opts, [6, 4.2]);
  axs = nnr.plot.add_panel (sheet, [0.9, 0.65, 4.8, 2.8]);
  means = factor * [r.TrainMean; r.ValMean];
  spreads = factor * [r.TrainSE; r.ValSE];
  spreads(isnan (spreads)) = 0;
  styles = {'s--', 'o-'};
  [colours, drawn] = nnr.plot.next_colours (axs);
  if (drawn >= rows (colours) - 1)      # after hold on, where the colours come again
    styles = {'s:', 'o-.'};
  end
  for k = 1:2
    plot (axs, [r.NumRows; r.NumRows], means(k,:) + [-1; 1] * spreads(k,:), '-', ...
          'color', colours(k,:), 'linewidth', sheet.Line);
    lines(k) = plot (axs, r.NumRows, means(k,:), styles{k}, 'color', colours(k,:), ...
                     'linewidth', 1.5 * sheet.Line, 'markerfacecolor', colours(k,:), ...
                     'markersize', 4 * sheet.Line, 'tag', 'curve');
  end
  ylim (axs, nnr.plot.axis_limits ([means - spreads, means + spreads], 0.06));
  xlim (axs, [0, 1.03 * max(r.NumRows)]);
  xlabel (axs, 'rows to learn from');
  ylabel (axs, label);
  name_curves (sheet, axs, lines, r.LargerIsBetter, opts);
  nnr.plot.add_heading (sheet, sprintf ('Learning curve, mean of %s', ...
                                        nnr.words.count_text (rows (r.ValScores), 'fold')));
end

## A legend of all curves; after hold on each has the name of its picture, too.
function name_curves (sheet, ax, lines, is_low, opts)
  [own, is_over] = nnr.plot.picture_name (sheet, opts, 'curve');
  names = {'training', 'validation'};
  if (any (sheet.Room < [3, 2.5]))
    names = {'train', 'val'};
  end
  for k = 1:2
    setappdata (lines(k), 'nnreg_name', {names{k}, own});
  end
  curves = flipud (findobj (ax, 'type', 'line', 'tag', 'curve'));
  texts = cell (size (curves));
  for k = 1:numel (curves)
    name = getappdata (curves(k), 'nnreg_name');
    texts{k} = name{1};
    if (is_over)
      texts{k} = sprintf ('%s, %s', name{:});
    end
  end
  place = {'northeast', 'southeast'};
  legend (ax, curves, texts, 'location', place{1 + is_low}, 'fontname', 'Helvetica', ...
          'fontsize', round (sheet.Font), 'interpreter', 'none', 'box', 'off', 'color', 'none');
end
