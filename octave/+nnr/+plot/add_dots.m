## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.add_dots (sheet, ax, x, y, limits)
##
## A dot for each place of a fine grid over LIMITS (of x and y) where points are, the darker the
## more there are: millions of points make no larger a file than thousands.

function add_dots (sheet, ax, x, y, limits)
  cells = 140;
  column = round ((x - limits(1)) / (limits(2) - limits(1)) * cells);
  row = round ((y - limits(3)) / (limits(4) - limits(3)) * cells);
  [~, first, place] = unique ([column, row], 'rows');
  counts = accumarray (place, 1);
  shades = [0.45, 0.65, 0.85, 1];
  level = min (1 + floor (log2 (counts) / 2), numel (shades));
  colours = squeeze (nnr.plot.share_colours (shades(:)));
  for k = 1:numel (shades)
    here = first(level == k);
    if (! isempty (here))
      plot (ax, x(here), y(here), 'o', 'color', colours(k,:), 'markerfacecolor', colours(k,:), ...
            'markersize', 1.7 * sheet.Line);
    end
  end
end
