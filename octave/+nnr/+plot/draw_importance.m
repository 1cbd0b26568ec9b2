## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, ax] = nnr.plot.draw_importance (imp, opts)
##
## The result IMP of nnreg_importance: a bar for each input, the most important first, with the
## standard deviation over the repeats. Inputs without a path to an output have a grey mark.

function [sheet, ax] = draw_importance (imp, opts)
  c = nnr.plot.palette ();
  room = nnr.plot.room (opts);
  count = numel (imp.Order);
  most = nnr.plot.most_bars (room);
  heading = sprintf ('Importance of %s', nnr.words.count_text (count, 'input'));
  if (count > most)
    count = most;
    heading = sprintf ('%s; the first %d', heading, most);
  end
  shown = imp.Order(1:count);
  [increase, spread, live] = deal (imp.Importance(shown), imp.Std(shown), imp.Live(shown));
  height = max (1, 0.19 * count);
  sheet = nnr.plot.new_sheet (opts, [6, height + 1.1]);
  ax = nnr.plot.add_panel (sheet, [1.4, 0.6, 4.3, height]);
  at = find (live);
  nnr.plot.add_bars (ax, [0; 0; 1; 1] .* increase(at), at + 0.36 * [-1; 1; 1; -1], c.Blue, 'none');
  if (any (spread > 0))
    plot (ax, increase + [-1; 1] * spread, [1; 1] * (1:count), '-', 'color', c.Black, ...
          'linewidth', sheet.Line);
  end
  nnr.plot.mark_zeros (ax, find (! live), sheet);
  limits = nnr.plot.axis_limits ([0, increase - spread, increase + spread], 0.04);
  plot (ax, [0, 0], [0.3, count + 0.7], '-', 'color', c.Grey);
  nnr.plot.name_bars (sheet, ax, limits, names_of (imp, opts)(shown), room);
  if (! all (live))
    heading = [heading, '; grey: not used'];
  end
  title (ax, heading);
  label = 'how much larger the data loss is with the input shuffled (+- s.d.)';
  if (room(1) < 5.5)
    label = 'increase of the data loss';
  end
  xlabel (ax, label);
end

function names = names_of (imp, opts)
  if (isempty (imp.Names))
    names = arrayfun (@(k) sprintf ('x%d', k), imp.Columns, 'UniformOutput', false);
  else
    names = nnr.plot.picture_texts (imp.Names, opts.Toolkit);
  end
end
