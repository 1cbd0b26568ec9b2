## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_path (p, opts)
##
## A path of nnreg_path. Over lambda: the score with its standard error above, the numbers of live
## inputs on top; below the zeros, or of linear models the coefficients. Over the number of inputs
## left: the score above, the training's data loss below. Lines mark LambdaMin and Lambda1SE. A path
## without folds shows the training's data loss instead of a score.

function [sheet, axs] = draw_path (p, opts)
  v = path_view (p);
  x_limits = [min(v.X), max(v.X)] .* (max (v.X) / min (v.X)) .^ [-0.03, 0.03];
  if (min (v.X) == max (v.X))
    x_limits = v.X(1) * [0.5, 2];
  end
  if (isempty (v.Profiles))
    sheet = nnr.plot.new_sheet (opts, [7, 5.6]);
    [below, above] = deal ([0.85, 0.65, 5.85, 1.45], [0.85, 2.5, 5.85, 2.1]);
  else
    inches = min ([8.1, 6.5], max (nnr.plot.room (opts), [4, 3.6]));
    sheet = nnr.plot.new_sheet (opts, inches);
    panels = inches - [2.5, 2];
    below = [1, 0.65, panels(1), 2.6 / 4.5 * panels(2)];
    above = [1, 1 + below(4), panels(1), 1.9 / 4.5 * panels(2)];
  end
  [v.Style, v.Heading] = told_apart (sheet, v);
  axs(1) = add_scores (sheet, above, x_limits, v);
  axs(2) = add_lower (sheet, below, x_limits, v);
  write_above (sheet, above, v, x_limits);
  nnr.plot.add_heading (sheet, v.Heading);
end

## Paths that are drawn over each other, after hold on, have lines of their own, which the heading
## explains.
function [style, heading] = told_apart (sheet, v)
  styles = {'-', '--', '-.', ':'};
  names = {'solid', 'dashed', 'dash-dotted', 'dotted'};
  picture = getappdata (sheet.Main, 'nnreg_picture');
  k = mod (picture.Count - 1, 4) + 1;
  [style, heading] = deal (styles{k}, v.Heading);
  said = nnr.plot.say (sheet, sprintf ('%s %s', v.Name, names{k}));
  if (picture.Count > 1)
    heading = sprintf ('Paths: %s', strjoin (said, ', '));
  end
end

function ax = add_scores (sheet, box, x_limits, v)
  ax = nnr.plot.add_panel (sheet, box);
  colours = nnr.plot.next_colours (ax);
  colour = colours(1,:);
  ## Lines, as Octave's errorbar does not work with all scales and toolkits.
  plot (ax, [v.X; v.X], [v.Score - v.Spread; v.Score + v.Spread], '-', 'color', colour, ...
        'linewidth', sheet.Line);
  plot (ax, v.X, v.Score, ['o', v.Style], 'color', colour, 'markerfacecolor', colour, ...
        'markersize', 2 * sheet.Line, 'tag', 'curve');
  finish_panel (ax, x_limits, ...
                nnr.plot.axis_limits ([v.Score - v.Spread, v.Score + v.Spread], 0.05), v, ...
                v.ScoreLabel);
end

function ax = add_lower (sheet, box, x_limits, v)
  if (! isempty (v.Profiles))
    [ax, label, others] = nnr.plot.add_profiles (sheet, box, x_limits, v.Profiles, v.Style);
    finish_panel (ax, x_limits, ylim (ax), v, label);
    xlabel (ax, [v.XLabel, others]);
    return
  end
  ax = nnr.plot.add_panel (sheet, box);
  colours = nnr.plot.next_colours (ax);
  colour = colours(2,:);
  plot (ax, v.X, v.Lower, ['o', v.Style], 'color', colour, 'markerfacecolor', colour, ...
        'markersize', 2 * sheet.Line, 'tag', 'curve');
  finish_panel (ax, x_limits, nnr.plot.axis_limits ([v.Lower, v.LowerRange], 0.05), v, ...
                v.LowerLabel);
  xlabel (ax, v.XLabel);
end

## What to draw: over lambda, or over the number of inputs left.
function v = path_view (p)
  v = struct ('X', p.Lambda, 'XLabel', 'lambda', 'Lower', 100 * p.Zeros, 'LowerRange', [0, 100], ...
              'LowerLabel', 'zero weights (%)', 'Above', p.LiveInputs, ...
              'Heading', sprintf ('Path of penalty %s', p.Penalty), 'Marks', [], ...
              'Counts', false, 'Profiles', [], 'Style', '-', 'Name', '');
  v.Name = p.Penalty;
  dropped = isfield (p, 'Method') && strcmp (p.Method, 'elimination');
  if (dropped)
    [v.X, v.XLabel, v.Above] = deal (p.LiveInputs, 'inputs left', []);
    [v.Lower, v.LowerRange, v.LowerLabel] = deal (p.TrainLoss, [], 'training data loss');
    [v.Heading, v.Counts] = deal ('Inputs dropped step by step', true);
  elseif (is_linear (p))
    v.Profiles = nnr.model.path_coefficients (p);
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

function yes = is_linear (p)
  yes = isfield (p, 'Models') && (iscell (p.Models) || isobject (p.Models)) ...
        && numel (p.Models) > 0;
  if (yes)
    first = p.Models{1};
    yes = isstruct (first) && isfield (first, 'Weights') && isscalar (first.Weights);
  end
end

function [score, spread, label] = path_scores (p)
  if (! isfield (p, 'Mean'))
    [score, spread, label] = deal (p.TrainLoss, zeros (size (p.TrainLoss)), 'training data loss');
    return
  end
  [label, factor] = nnr.plot.score_label (p.ScoreName);
  [score, spread] = deal (factor * p.Mean, factor * p.SE);
  spread(isnan (spread)) = 0;           # a single fold has none
end

function finish_panel (ax, x_limits, y_limits, v, label)
  c = nnr.plot.palette ();
  set (ax, 'xscale', 'log', 'xdir', direction (v));
  axis (ax, [x_limits, y_limits]);
  ticks = nnr.plot.log_ticks (x_limits);
  if (v.Counts)
    ticks = ticks(ticks >= 1 & ticks == fix (ticks));
  end
  texts = arrayfun (@(t) sprintf ('%.4g', t), ticks, 'UniformOutput', false);
  set (ax, 'xtick', ticks, 'xticklabel', texts);
  styles = {'--', ':'};
  for k = 1:numel (v.Marks)
    plot (ax, [1, 1] * v.Marks(k), y_limits, styles{k}, 'color', c.Black);
  end
  ylabel (ax, label);
end

## Lambda falls from left to right where the lines of coefficients end in names.
function dir = direction (v)
  dir = merge (isempty (v.Profiles), 'normal', 'reverse');
end

## What the lines mean, and at most ten numbers of live inputs over the upper panel.
function write_above (sheet, box, v, x_limits)
  ax = nnr.plot.add_panel (sheet, [box(1), box(2) + box(4) + 0.05, box(3), 0.5], 'beside');
  set (ax, 'visible', 'off', 'tag', 'key', 'xscale', 'log', 'xdir', direction (v));
  axis (ax, [x_limits, 0, 1]);
  notes = {'live inputs', 'dashed line: best, dotted: within one s.e.'};
  notes = notes([! isempty(v.Above), ! isempty(v.Marks)]);
  text (ax, x_limits(1 + ! isempty (v.Profiles)), 0.8, strjoin (notes, '; '));
  if (isempty (v.Above))
    return
  end
  count = min ([10, numel(v.X), floor(box(3) / 0.45)]);
  for k = unique (round (linspace (1, numel (v.X), count)))(:).'
    text (ax, v.X(k), 0.25, sprintf ('%.4g', v.Above(k)), 'horizontalalignment', 'center');
  end
end
