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
## @deftypefn {Private Function} {[@var{sheet}, @var{axs}] =} draw_calibration (@var{m}, @var{opts})
## The reliability curve of metrics over the shares of the samples in its bins.
## @seealso{nnreg_plot, nnreg_metrics}
## @end deftypefn

function [sheet, axs] = draw_calibration (m, opts)
  c = palette ();
  r = m.Reliability;
  some = find (r.Share > 0);
  sheet = new_sheet (opts, [5, 5.8]);
  axs(1) = add_panel (sheet, [0.8, 2.1, 3.9, 3]);
  plot (axs(1), [0, 100], [0, 100], ':', 'color', c.Black);
  plot (axs(1), 100 * r.Score(some), 100 * r.Accuracy(some), 'o-', 'color', c.Blue, ...
        'markerfacecolor', c.Blue, 'markersize', 3 * sheet.Line, 'linewidth', 1.3 * sheet.Line);
  axis (axs(1), [0, 100, 0, 103]);
  ylabel (axs(1), 'accuracy (%)');
  title (axs(1), 'above the dotted line: too modest; below: too sure', 'fontweight', 'normal');
  axs(2) = add_panel (sheet, [0.8, 0.65, 3.9, 1]);
  add_bars (axs(2), 10 * (some - 1) + [0.6; 0.6; 9.4; 9.4], ...
            100 * r.Share(some) .* [0; 1; 1; 0], c.Grey, 'none');
  axis (axs(2), [0, 100, 0, 105 * max(r.Share)]);
  ylabel (axs(2), 'samples (%)');
  xlabel (axs(2), 'score of the predicted class (%)');
  set (axs, 'xtick', 0:20:100);
  add_heading (sheet, sprintf ('Calibration error %.3g (ECE), Brier score %.3g', m.ECE, m.Brier));
end
