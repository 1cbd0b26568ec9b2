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
  colours = nnr.plot.next_colours (axs);
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
  place = {'northeast', 'southeast'};
  legend (axs, lines, {'training', 'validation'}, 'location', place{1 + r.LargerIsBetter});
  nnr.plot.add_heading (sheet, sprintf ('Learning curve, mean of %s', ...
                                        nnr.words.count_text (rows (r.ValScores), 'fold')));
end
