## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_frontier (r, opts)
##
## The networks of nnreg_sparsify: their scores by the number of weights. A ring is around the
## chosen one, lines show the score of the dense network and the limit. After hold on the heading
## says which colour is which network.

function [sheet, axs] = draw_frontier (r, opts)
  [label, factor] = nnr.plot.score_label (r.ScoreName);
  c = nnr.plot.palette ();
  sheet = nnr.plot.new_sheet (opts, [6, 4.2]);
  axs = nnr.plot.add_panel (sheet, [0.9, 0.65, 4.8, 2.8]);
  shown = r.NumWeights(:).' > 0;
  [x, y] = deal (r.NumWeights(:).'(shown), factor * r.Score(:).'(shown));
  x_limits = [min(x), max(x)] .* [0.8, 1.25];
  lines = factor * [r.DenseScore, r.Limit(isfinite (r.Limit))];
  styles = {'-', '--'};
  for k = 1:numel (lines)
    plot (axs, x_limits, lines([k, k]), styles{k}, 'color', c.Grey, 'linewidth', sheet.Line);
  end
  [colours, ~, names] = nnr.plot.next_colours (axs);
  plot (axs, x, y, 'o', 'color', colours(1,:), 'markerfacecolor', colours(1,:), ...
        'markersize', 4 * sheet.Line, 'tag', 'curve');
  [at, score] = deal (r.NumWeights(r.Index), factor * r.Score(r.Index));
  if (at > 0)
    plot (axs, at, score, 'o', 'color', c.Orange, 'markersize', 9 * sheet.Line, ...
          'linewidth', 1.5 * sheet.Line);
  end
  set (axs, 'xscale', 'log');
  axis (axs, [x_limits, nnr.plot.axis_limits([y, lines], 0.06)]);
  ticks = nnr.plot.log_ticks (x_limits);
  texts = arrayfun (@(t) sprintf ('%.6g', t), ticks, 'UniformOutput', false);
  set (axs, 'xtick', ticks, 'xticklabel', texts);
  xlabel (axs, 'weights that are not zero');
  ylabel (axs, label);
  weights = nnr.words.count_text (at, 'weight');
  heading = sprintf ('Chosen: %s of %d%s', weights, r.DenseWeights, merge (at > 0, ' (ring)', ''));
  [name, is_over] = nnr.plot.picture_name (sheet, opts, 'model');
  said = nnr.plot.say (sheet, sprintf ('%s %s %s', names{1}, name, weights));
  if (is_over)
    heading = ['Chosen: ', strjoin(said, ', ')];
  end
  nnr.plot.add_heading (sheet, heading, ...
                        ['grey line: the dense network', ...
                         merge(isfinite (r.Limit), '; dashed: the limit', '')]);
end
