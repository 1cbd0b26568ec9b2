## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_history (h, opts)
##
## A history of nnreg_fit: data loss, penalty, accuracy (or RMSE) and zeros by epoch.

function [sheet, axs] = draw_history (h, opts)
  room = nnr.plot.room (opts);
  is_small = any (room < [6.5, 5]);
  panels = panels_of (h, is_small);
  [~, best, name] = nnr.model.compared_losses (h);
  styles = {'-', '--', ':'};    # training, validation, the best epoch
  if (isscalar (h.Epoch))
    styles = {'o', 's', ':'};
  end
  down = ceil (numel (panels) / 2);
  sheet = nnr.plot.new_sheet (opts, [8, 0.1 + 2.85 * down + 0.3 * ! isempty(best)]);
  axs = zeros (1, numel (panels));
  colours = nnr.plot.next_colours (sheet.Main); # after hold on a model has the same in all panels
  for k = 1:numel (panels)
    box = [0.8 + 4 * mod(k - 1, 2), 0.65 + 2.85 * (down - ceil (k / 2)), 3, 1.85];
    axs(k) = draw_curves (sheet, box, h.Epoch, panels(k), styles, best, colours);
    if (! is_small || k + 2 > numel (panels))
      xlabel (axs(k), 'epoch');
    end
  end
  if (! isempty (best))
    name = merge (is_small, 'best', ['lowest ' name]);
    write_key (sheet, styles, sprintf ('%s: epoch %d', name, h.Epoch(best)));
  end
end

## What there is to draw: title, which is short if IS_SMALL, label, and lines (training,
## validation).
function panels = panels_of (h, is_small)
  ## Field, title, label, factor.
  [accuracy{1:2}] = nnr.plot.score_label ('Accuracy');
  [rmse{1:2}] = nnr.plot.score_label ('RMSE');
  known = {'DataLoss', 'Data loss', 'data loss', 1; 'Penalty', 'Penalty', 'penalty', 1; ...
           'Accuracy', 'Accuracy', accuracy{:}; ...
           'RMSE', 'Root mean squared error', rmse{:}; ...
           'Zeros', 'Exact zeros, penalised layers', 'zero weights (%)', 100};
  if (is_small)
    known(4:5,2) = {'RMSE'; 'Exact zeros'};
  end
  known = known(isfield (h, known(:,1)),:);
  for k = 1:rows (known)
    name = known{k,1};
    panels(k) = struct ('Title', known{k,2}, 'Label', known{k,3}, ...
                        'Lines', known{k,4} * h.(name)(:));
    if (isfield (h, ['Val' name]))
      panels(k).Lines(:,2) = known{k,4} * h.(['Val' name]);
    end
    drawn(k) = ! any (strcmp (name, {'Penalty', 'Zeros'})) || any (h.(name));
  end
  panels = panels(drawn);
end

function ax = draw_curves (sheet, box, epochs, panel, styles, best, colours)
  c = nnr.plot.palette ();
  ax = nnr.plot.add_panel (sheet, box);
  panel.Lines(abs (panel.Lines) < 1e-100) = 0;  # no axis can be scaled to such numbers
  for k = 1:columns (panel.Lines)
    plot (ax, epochs, panel.Lines(:,k), styles{k}, 'color', colours(k,:), ...
          'linewidth', 1.5 * sheet.Line, 'tag', 'curve');
  end
  set_limits (ax, epochs, panel.Lines);
  if (! isempty (best))
    plot (ax, epochs([best, best]), ylim (ax), styles{3}, 'color', c.Black);
  end
  if (numel (epochs) <= 10)
    set (ax, 'xtick', epochs);
  end
  ylabel (ax, panel.Label);
  title (ax, panel.Title);
end

## A margin above and below; a logarithmic axis for what falls by decades.
function set_limits (ax, epochs, lines)
  [low, high] = deal (min (lines(:)), max (lines(:)));
  if (low > 0 && high > 30 * low && isfinite (high))
    limits = [low / 1.3, high * 1.3];
    ticks = nnr.plot.log_ticks (limits);
    texts = arrayfun (@(t) sprintf ('%.4g', t), ticks, 'UniformOutput', false);
    set (ax, 'yscale', 'log', 'ylim', limits, 'ytick', ticks, 'yticklabel', texts);
  else
    ylim (ax, nnr.plot.axis_limits (lines, 0.06));
  end
  xlim (ax, [epochs(1) - 0.5, epochs(end) + 0.5]);
end

## One key above all panels, where it covers no curve.
function write_key (sheet, styles, best)
  c = nnr.plot.palette ();
  ax = nnr.plot.add_panel (sheet, [0.8, sheet.Inches(2) - 0.4, 7, 0.3], 'beside');
  set (ax, 'visible', 'off', 'tag', 'key');
  width = min (7, sheet.Room(1) / sheet.Zoom - 1);
  axis (ax, [0, width, 0, 1]);
  names = {'training', 'validation', best};
  mark = 0.4;
  if (key_width (names, mark) > width)  # the epoch is below the panels, at the line
    [names, mark] = deal ({'train', 'val', 'best'}, 0.25);
  end
  colours = [c.Lines(1:2,:); c.Black];
  [~, drawn] = nnr.plot.next_colours (sheet.Main);
  if (drawn > 2)                        # after hold on: the styles say what a curve is
    colours(:) = 0;
  end
  left = 0;
  for k = 1:3
    at = [0, mark];
    if (any (styles{k} == 'os'))        # a single mark
      at(:) = 0.75 * mark;
    end
    plot (ax, left + at, [0.5, 0.5], styles{k}, 'color', colours(k,:), ...
          'linewidth', (1.5 - 0.5 * (k == 3)) * sheet.Line);
    text (ax, left + mark + 0.1, 0.5, names{k});
    left += key_width (names(k), mark);
  end
end

## Each entry is a mark, a gap, a name and a gap.
function inches = key_width (names, mark)
  inches = sum (cellfun (@(name) mark + 0.35 + nnr.plot.text_inches (name, 'label'), names));
end
