## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.add_heading (sheet, heading, note)
##
## A line of text over all panels of SHEET, and a NOTE on a line below if there is one.

function add_heading (sheet, heading, note)
  ax = nnr.plot.add_panel (sheet, [0, sheet.Inches(2) - 0.35, sheet.Inches(1), 0.3], 'beside');
  set (ax, 'visible', 'off', 'tag', 'heading');
  axis (ax, [0, 1, 0, 1]);
  text (ax, 0.5, 0.5, heading, 'horizontalalignment', 'center', 'fontweight', 'bold', ...
        'fontsize', round (1.1 * sheet.Font));
  if (nargin > 2 && ! isempty (note))
    text (ax, 0.5, -0.35, note, 'horizontalalignment', 'center');
  end
end
