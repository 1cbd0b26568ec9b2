## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_calibration (m, opts)
##
## The reliability curve of metrics M above, the shares of the samples in its bins below. After hold
## on the heading says which colour is which model.

function [sheet, axs] = draw_calibration (m, opts)
  c = nnr.plot.palette ();
  r = m.Reliability;
  some = find (r.Share > 0);
  sheet = nnr.plot.new_sheet (opts, [5, 5.8]);
  axs(1) = nnr.plot.add_panel (sheet, [0.8, 2.1, 3.9, 3]);
  plot (axs(1), [0, 100], [0, 100], ':', 'color', c.Black);
  [colours, ~, names] = nnr.plot.next_colours (axs(1));
  plot (axs(1), 100 * r.Score(some), 100 * r.Accuracy(some), 'o-', 'color', ...
        colours(1,:), 'markerfacecolor', colours(1,:), 'markersize', 3 * sheet.Line, ...
        'linewidth', 1.3 * sheet.Line, 'tag', 'curve');
  axis (axs(1), [0, 100, 0, 103]);
  ylabel (axs(1), 'accuracy (%)');
  axs(2) = nnr.plot.add_panel (sheet, [0.8, 0.65, 3.9, 1]);
  nnr.plot.add_bars (axs(2), 10 * (some - 1) + [0.6; 0.6; 9.4; 9.4], ...
                     100 * r.Share(some) .* [0; 1; 1; 0], c.Grey, 'none');
  axis (axs(2), [0, 100, 0, 105 * max(r.Share)]);
  ylabel (axs(2), 'samples (%)');
  xlabel (axs(2), 'score of the predicted class (%)');
  set (axs, 'xtick', 0:20:100);
  heading = sprintf ('Calibration error %.3g (ECE), Brier score %.3g', m.ECE, m.Brier);
  [name, is_over] = nnr.plot.picture_name (sheet, opts, 'model');
  said = nnr.plot.say (sheet, sprintf ('%s %s %.3g', names{1}, name, m.ECE));
  if (is_over)
    heading = ['ECE: ', strjoin(said, ', ')];
  end
  nnr.plot.add_heading (sheet, heading, ...
                        'above the dotted line: too modest; below: too sure');
end
