## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_predicted (p, opts)
##
## The predicted over the true values of P (nnr.plot.predictions), a panel for each response.

function [sheet, axs] = draw_predicted (p, opts)
  c = nnr.plot.palette ();
  count = columns (p.True);
  across = min (count, 3);
  down = ceil (count / across);
  sheet = nnr.plot.new_sheet (opts, [0.2 + 4.5 * across, 0.1 + 4.7 * down]);
  axs = zeros (1, count);
  for k = 1:count
    [y, yhat] = deal (p.True(:,k), p.Predicted(:,k));
    box = [1 + 4.5 * mod(k - 1, across), 0.7 + 4.7 * (down - ceil (k / across)), 3.5, 3.5];
    axs(k) = nnr.plot.add_panel (sheet, box);
    limits = nnr.plot.axis_limits ([y; yhat], 0.04);
    nnr.plot.add_dots (sheet, axs(k), y, yhat, [limits, limits]);
    plot (axs(k), limits, limits, ':', 'color', c.Black);
    axis (axs(k), [limits, limits]);
    xlabel (axs(k), ['true value', p.Names{k}]);
    ylabel (axs(k), ['predicted value', p.Names{k}]);
    title (axs(k), sprintf ('%s: RMSE %s, R2 %.3g', p.What, ...
                            nnr.words.number_text (p.RMSE(k), 4), p.R2(k)));
  end
end
