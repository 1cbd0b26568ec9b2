## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, axs] = nnr.plot.draw_history (h, opts)
##
## A history of nnreg_fit: data loss, penalty, accuracy (or RMSE) and zeros by epoch.

function [sheet, axs] = draw_history (h, opts)
  room = nnr.plot.room (opts);
  is_small = any (room < [6.5, 5]);
  panels = panels_of (h, is_small, names_of_held (opts));
  [~, best, name] = nnr.model.compared_losses (h);
  styles = {'-', '--', ':'};    # training, validation, the best epoch
  if (isscalar (h.Epoch))
    styles = {'o', 's', ':'};
  end
  down = ceil (numel (panels) / 2);
  sheet = nnr.plot.new_sheet (opts, [8, 0.1 + 2.85 * down + 0.3 * ! isempty(best)]);
  axs = zeros (1, numel (panels));
  colours = nnr.plot.next_colours (sheet.Main); # after hold on a model has the same in all panels
  said = '';
  if (! isempty (best))
    said = sprintf ('%s: epoch %d', merge (is_small, 'best', ['lowest ' name]), h.Epoch(best));
  end
  entries = key_of (sheet, opts, styles, colours, said, is_small);
  [mark, width] = deal (merge (is_small, 0.25, 0.4), min (7, sheet.Room(1) / sheet.Zoom - 0.9));
  [entries, row, left] = fitted (entries, mark, width);
  sheet.Inches(2) = 0.1 + 2.85 * down + 0.3 * max ([0, row]) + 0.2 * any (row > 1);
  for k = 1:numel (panels)
    box = [0.8 + 4 * mod(k - 1, 2), 0.65 + 2.85 * (down - ceil (k / 2)), 3, 1.85];
    axs(k) = draw_curves (sheet, box, h.Epoch, panels(k), styles, best, colours);
    if (! is_small || k + 2 > numel (panels))
      xlabel (axs(k), 'epoch');
    end
  end
  if (! isempty (entries))
    write_key (sheet, entries, row, left, mark, width);
  end
end

## The fields that the panels of an earlier picture show over which this one is drawn.
function names = names_of_held (opts)
  names = {};
  if (opts.Place.Held)
    picture = getappdata (opts.Place.Axes, 'nnreg_picture');
    if (! isempty (picture) && strcmp (picture.Kind, opts.Kind))
      panels = picture.Panels(ishghandle (picture.Panels));
      names = arrayfun (@(ax) getappdata (ax, 'nnreg_field'), panels, 'UniformOutput', false);
    end
  end
end

## What there is to draw: field, title, which is short if IS_SMALL, label, and lines (training,
## validation). Penalty and zeros have a panel if there are any, here or in the fields HELD.
function panels = panels_of (h, is_small, held)
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
    panels(k) = struct ('Field', name, 'Title', known{k,2}, 'Label', known{k,3}, ...
                        'Lines', known{k,4} * h.(name)(:));
    if (isfield (h, ['Val' name]))
      panels(k).Lines(:,2) = known{k,4} * h.(['Val' name]);
    end
    drawn(k) = ! any (strcmp (name, {'Penalty', 'Zeros'})) || any (h.(name)) ...
               || any (strcmp (name, held));
  end
  panels = panels(drawn);
end

function ax = draw_curves (sheet, box, epochs, panel, styles, best, colours)
  c = nnr.plot.palette ();
  ax = panel_of (sheet, box, panel.Field);
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

## The panel of a FIELD: that of an earlier picture, after hold on, if it has one.
function ax = panel_of (sheet, box, field)
  picture = getappdata (sheet.Main, 'nnreg_picture');
  old = picture.Old;
  is_first = strcmp (field, 'DataLoss');
  own = is_first | arrayfun (@(ax) strcmp (getappdata (ax, 'nnreg_field'), field), old);
  first = find (own, 1);
  picture.Old = old(first);
  setappdata (sheet.Main, 'nnreg_picture', picture);
  ax = nnr.plot.add_panel (sheet, box);
  setappdata (ax, 'nnreg_field', field);
  picture = getappdata (sheet.Main, 'nnreg_picture');
  old(first) = [];
  picture.Old = old;
  setappdata (sheet.Main, 'nnreg_picture', picture);
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

## The entries of the key: what the styles mean, and after hold on the two colours of each model.
function entries = key_of (sheet, opts, styles, colours, best, is_small)
  c = nnr.plot.palette ();
  [name, is_over] = nnr.plot.picture_name (sheet, opts, 'model');
  validated = ! isempty (best);
  said = nnr.plot.say (sheet, struct ('Name', name, 'Colours', colours(1:1 + validated,:), ...
                                      'Styles', {styles(1:1 + validated)}));
  entries = struct ('Styles', {}, 'Colours', {}, 'Text', {});
  any_validated = any (cellfun (@(one) numel (one.Styles) > 1, said));
  if (any_validated)
    names = {'training', 'validation', best};
    if (is_over)
      names{3} = 'best epoch';
    end
    if (is_small)
      names(1:2) = {'train', 'val'};
      names{3} = merge (is_over, 'best', best);
    end
    inks = [colours(1:2,:); c.Black] * ! is_over;
    for k = 1:3
      entries(k) = struct ('Styles', {styles(k)}, 'Colours', inks(k,:), 'Text', names{k});
    end
  end
  if (is_over)
    for one = said
      entries(end + 1) = struct ('Styles', {one{1}.Styles}, 'Colours', one{1}.Colours, ...
                                 'Text', one{1}.Name);
    end
  end
end

## On one row, in fewer words if need be; several models may have more rows.
function [entries, row, left] = fitted (entries, mark, width)
  [row, left] = key_places (entries, mark, width);
  if (numel (entries) == 3 && row(end) > 1)
    [entries.Text] = deal ('train', 'val', 'best');
    [row, left] = key_places (entries, mark, width);
  end
end

## The row in which each of the ENTRIES is written, and where it begins. An entry has a mark for
## each style, a gap, a name and a gap.
function [row, left] = key_places (entries, mark, width)
  [row, left] = deal (ones (1, numel (entries)), zeros (1, numel (entries)));
  [at, now] = deal (0, 1);
  for k = 1:numel (entries)
    wide = (mark + 0.1) * numel (entries(k).Styles) + 0.6 * mark ...
           + nnr.plot.text_inches (entries(k).Text, 'label');
    if (at > 0 && at + wide > width)
      [at, now] = deal (0, now + 1);
    end
    [row(k), left(k)] = deal (now, at);
    at += wide;
  end
end

## One key above all panels, where it covers no curve.
function write_key (sheet, entries, row, left, mark, width)
  count = max (row);
  box = [0.8, sheet.Inches(2) - 0.1 - 0.3 * count, 7, 0.3 * count];
  ax = nnr.plot.add_panel (sheet, box, 'beside');
  set (ax, 'visible', 'off', 'tag', 'key');
  axis (ax, [0, width, 0, count]);
  for k = 1:numel (entries)
    [from, y] = deal (left(k), count + 0.5 - row(k));
    for j = 1:numel (entries(k).Styles)
      style = entries(k).Styles{j};
      at = from + [0, mark];
      if (any (style == 'os'))          # a single mark
        at(:) = mean (at);
      end
      plot (ax, at, [y, y], style, 'color', entries(k).Colours(j,:), 'linewidth', ...
            (1.5 - 0.5 * strcmp (style, ':')) * sheet.Line);
      from += mark + 0.1;
    end
    text (ax, from, y, entries(k).Text);
  end
end
