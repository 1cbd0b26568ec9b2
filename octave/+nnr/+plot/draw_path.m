## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_path (p, opts)
##
## A path of nnreg_path. Over lambda: the score with its standard error above, the zeros below,
## the numbers of live inputs on top. Over the number of inputs left: the score above, the
## training's data loss below. Lines mark LambdaMin and Lambda1SE. A path without folds shows the
## training's data loss instead of a score.

function [sheet, axs] = draw_path (p, opts)
  c = nnr.plot.palette ();
  v = path_view (p);
  sheet = nnr.plot.new_sheet (opts, [7, 5.6]);
  axs(1) = nnr.plot.add_panel (sheet, [0.85, 2.5, 5.85, 2.1]);
  axs(2) = nnr.plot.add_panel (sheet, [0.85, 0.65, 5.85, 1.45]);
  ## Lines, as Octave's errorbar does not work with all scales and toolkits.
  plot (axs(1), [v.X; v.X], [v.Score - v.Spread; v.Score + v.Spread], '-', 'color', c.Blue, ...
        'linewidth', sheet.Line);
  plot (axs(1), v.X, v.Score, 'o-', 'color', c.Blue, 'markerfacecolor', c.Blue, ...
        'markersize', 2 * sheet.Line);
  plot (axs(2), v.X, v.Lower, 'o-', 'color', c.Orange, 'markerfacecolor', c.Orange, ...
        'markersize', 2 * sheet.Line);
  x_limits = [min(v.X), max(v.X)] .* (max (v.X) / min (v.X)) .^ [-0.03, 0.03];
  if (min (v.X) == max (v.X))
    x_limits = v.X(1) * [0.5, 2];
  end
  finish_panel (axs(1), x_limits, ...
                nnr.plot.axis_limits ([v.Score - v.Spread, v.Score + v.Spread], 0.05), v, ...
                v.ScoreLabel, c);
  finish_panel (axs(2), x_limits, nnr.plot.axis_limits ([v.Lower, v.LowerRange], 0.05), v, ...
                v.LowerLabel, c);
  xlabel (axs(2), v.XLabel);
  write_above (sheet, v, x_limits);
  nnr.plot.add_heading (sheet, v.Heading);
end

## What to draw: over lambda, or over the number of inputs left.
function v = path_view (p)
  v = struct ('X', p.Lambda, 'XLabel', 'lambda', 'Lower', 100 * p.Zeros, 'LowerRange', [0, 100], ...
              'LowerLabel', 'zero weights (%)', 'Above', p.LiveInputs, ...
              'Heading', sprintf ('Path of penalty %s', p.Penalty), 'Marks', [], ...
              'Counts', false);
  dropped = isfield (p, 'Method') && strcmp (p.Method, 'elimination');
  if (dropped)
    [v.X, v.XLabel, v.Above] = deal (p.LiveInputs, 'inputs left', []);
    [v.Lower, v.LowerRange, v.LowerLabel] = deal (p.TrainLoss, [], 'training data loss');
    [v.Heading, v.Counts] = deal ('Inputs dropped step by step', true);
  end
  [v.Score, v.Spread, v.ScoreLabel] = path_scores (p);
  if (isfield (p, 'LambdaMin'))
    v.Marks = v.X([p.IndexMin, p.Index1SE]);
    v.Heading = sprintf ('%s: best %s %.3g, within one s.e. %.3g', v.Heading, ...
                         merge (dropped, 'number', 'lambda'), v.Marks);
  end
  shown = v.X > 0;
  for name = {'X', 'Lower', 'Score', 'Spread'}
    v.(name{1}) = v.(name{1})(shown)(:).';  # rows, also if the user transposed them
  end
  if (! isempty (v.Above))
    v.Above = v.Above(shown);
  end
end

function [score, spread, label] = path_scores (p)
  if (! isfield (p, 'Mean'))
    [score, spread, label] = deal (p.TrainLoss, zeros (size (p.TrainLoss)), 'training data loss');
    return
  end
  [label, factor] = nnr.plot.score_label (p.ScoreName);
  [score, spread] = deal (factor * p.Mean, factor * p.SE);
end

function finish_panel (ax, x_limits, y_limits, v, label, c)
  set (ax, 'xscale', 'log');
  axis (ax, [x_limits, y_limits]);
  if (v.Counts)
    ticks = [1; 2; 5] * 10 .^ (0:8);
    ticks = ticks(ticks >= x_limits(1) & ticks <= x_limits(2));
    set (ax, 'xtick', ticks, 'xticklabel', arrayfun (@num2str, ticks, 'UniformOutput', false));
  end
  styles = {'--', ':'};
  for k = 1:numel (v.Marks)
    plot (ax, [1, 1] * v.Marks(k), y_limits, styles{k}, 'color', c.Black);
  end
  ylabel (ax, label);
end

## What the lines mean, and at most ten numbers of live inputs over the upper panel.
function write_above (sheet, v, x_limits)
  ax = nnr.plot.add_panel (sheet, [0.85, 4.65, 5.85, 0.5]);
  set (ax, 'visible', 'off', 'tag', 'key', 'xscale', 'log');
  axis (ax, [x_limits, 0, 1]);
  notes = {'live inputs', 'dashed line: best, dotted: within one s.e.'};
  notes = notes([! isempty(v.Above), ! isempty(v.Marks)]);
  text (ax, x_limits(1), 0.8, strjoin (notes, '; '));
  if (isempty (v.Above))
    return
  end
  for k = unique (round (linspace (1, numel (v.X), min (10, numel (v.X)))))
    text (ax, v.X(k), 0.25, sprintf ('%.4g', v.Above(k)), 'horizontalalignment', 'center');
  end
end
