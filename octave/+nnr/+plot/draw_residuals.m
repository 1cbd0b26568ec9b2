## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_residuals (p, opts)
##
## The residuals (true minus predicted values) of P (nnr.plot.predictions) over the predicted
## values, and their distribution beside: two panels for each response.

function [sheet, axs] = draw_residuals (p, opts)
  count = columns (p.True);
  sheet = nnr.plot.new_sheet (opts, [7.2, 0.5 + 3.7 * count]);
  axs = zeros (1, 2 * count);
  for k = 1:count
    bottom = 0.7 + 3.7 * (count - k);
    axs(2 * k - 1) = nnr.plot.add_panel (sheet, [1, bottom, 4.2, 2.8]);
    axs(2 * k) = nnr.plot.add_panel (sheet, [5.4, bottom, 1.6, 2.8]);
    draw_response (sheet, axs(2 * k - 1:2 * k), p, k);
  end
  nnr.plot.add_heading (sheet, sprintf ('Residuals of %s', p.What));
end

function draw_response (sheet, axs, p, k)
  c = nnr.plot.palette ();
  yhat = p.Predicted(:,k);
  residual = p.True(:,k) - yhat;
  limits = [nnr.plot.axis_limits(yhat, 0.03), nnr.plot.axis_limits(residual, 0.04)];
  nnr.plot.add_dots (sheet, axs(1), yhat, residual, limits);
  plot (axs(1), limits(1:2), [0, 0], ':', 'color', c.Black);
  [at, lines] = quantiles (yhat, residual);
  if (! isempty (at))
    plot (axs(1), at, lines(:,[1, 3]), '--', 'color', c.Orange, 'linewidth', 1.2 * sheet.Line);
    plot (axs(1), at, lines(:,2), '-', 'color', c.Orange, 'linewidth', 1.5 * sheet.Line);
    title (axs(1), 'orange: median, 10% and 90%', 'fontweight', 'normal');
  end
  axis (axs(1), limits);
  xlabel (axs(1), ['predicted value', p.Names{k}]);
  ylabel (axs(1), 'true - predicted');
  edges = linspace (limits(3), limits(4), 41);
  share = 100 * histc (residual, edges)(1:end - 1) / numel (residual);
  some = find (share(:).' > 0);
  step = edges(2) - edges(1);
  nnr.plot.add_bars (axs(2), share(some).' .* [0; 1; 1; 0], edges(some) + step * [0; 0; 1; 1], ...
                     c.Grey, 'none');
  axis (axs(2), [0, 1.05 * max(share), limits(3:4)]);
  set (axs(2), 'yticklabel', {});
  xlabel (axs(2), 'rows (%)');
end

## Median, 10% and 90% quantile of the residuals in groups of rows with similar predictions. A group
## has 25 rows at least.
function [at, lines] = quantiles (yhat, residual)
  [sorted, order] = sort (yhat);
  num_groups = min (20, floor (numel (yhat) / 25));
  [at, lines] = deal (zeros (0, 1), zeros (0, 3));
  if (num_groups < 2)
    return
  end
  group = ceil ((1:numel (yhat)).' * num_groups / numel (yhat));
  for g = 1:num_groups
    own = sort (residual(order(group == g)));
    at(g,1) = median (sorted(group == g));
    lines(g,:) = own(max (1, round ([0.1, 0.5, 0.9] * numel (own))));
  end
end
