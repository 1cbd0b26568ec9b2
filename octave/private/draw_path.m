## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {[@var{sheet}, @var{axs}] =} draw_path (@var{p}, @var{opts})
## A lambda path: score with its standard error above, zeros below, the live inputs on top,
## LambdaMin and Lambda1SE as lines.
## @seealso{nnreg_plot, nnreg_path}
## @end deftypefn

function [sheet, axs] = draw_path (p, opts)
  c = palette ();
  shown = p.Lambda > 0;
  lambda = p.Lambda(shown);
  [factor, label] = deal (1, 'RMSE (units of y)');
  if (strcmp (p.ScoreName, 'Accuracy'))
    [factor, label] = deal (100, 'accuracy (%)');
  end
  [score, spread] = deal (factor * p.Mean(shown), factor * p.SE(shown));
  sheet = new_sheet (opts, [7, 5.6]);
  axs(1) = add_panel (sheet, [0.85, 2.5, 5.85, 2.1]);
  axs(2) = add_panel (sheet, [0.85, 0.65, 5.85, 1.45]);
  error_bars (axs(1), lambda, score, spread, c.Blue, sheet.Line);
  plot (axs(1), lambda, score, 'o-', 'color', c.Blue, 'markerfacecolor', c.Blue, ...
        'markersize', 2 * sheet.Line);
  plot (axs(2), lambda, 100 * p.Zeros(shown), 'o-', 'color', c.Orange, ...
        'markerfacecolor', c.Orange, 'markersize', 2 * sheet.Line);
  limits = [min(score - spread), max(score + spread)];
  limits = limits + 0.05 * (diff (limits) + (diff (limits) == 0)) * [-1, 1];
  x_limits = [min(lambda), max(lambda)] .* (max (lambda) / min (lambda)) .^ [-0.03, 0.03];
  if (isscalar (lambda))
    x_limits = lambda * [0.5, 2];
  end
  finish_panel (axs(1), x_limits, limits, p, label, c);
  finish_panel (axs(2), x_limits, [-3, 103], p, 'zero weights (%)', c);
  xlabel (axs(2), 'lambda');
  write_live (sheet, p.LiveInputs(shown), lambda, x_limits);
  add_heading (sheet, sprintf ('Path of penalty %s: best lambda %.3g, within one s.e. %.3g', ...
                               p.Penalty, p.LambdaMin, p.Lambda1SE));
end

function finish_panel (ax, x_limits, y_limits, p, label, c)
  set (ax, 'xscale', 'log');
  axis (ax, [x_limits, y_limits]);
  plot (ax, [1, 1] * p.LambdaMin, y_limits, '--', 'color', c.Black);
  plot (ax, [1, 1] * p.Lambda1SE, y_limits, ':', 'color', c.Black);
  ylabel (ax, label);
end

## At most ten counts of live inputs over the upper panel.
function write_live (sheet, live, lambda, x_limits)
  ax = add_panel (sheet, [0.85, 4.65, 5.85, 0.5]);
  set (ax, 'visible', 'off', 'tag', 'key', 'xscale', 'log');
  axis (ax, [x_limits, 0, 1]);
  text (ax, x_limits(1), 0.8, 'live inputs (dashed line: best lambda; dotted: within one s.e.)');
  at = unique (round (linspace (1, numel (lambda), min (10, numel (lambda)))));
  for k = at
    text (ax, lambda(k), 0.25, sprintf ('%.4g', live(k)), 'horizontalalignment', 'center');
  end
end
