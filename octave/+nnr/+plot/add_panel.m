## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## ax = nnr.plot.add_panel (sheet, box)
##
## Axes on sheet at box: left, bottom, width and height in inches.

function ax = add_panel (sheet, box)
  ax = axes ('parent', sheet.Figure, 'units', 'normalized', ...
             'position', box ./ sheet.Inches([1, 2, 1, 2]), 'box', 'off', 'tickdir', 'out', ...
             'ticklength', [0.006, 0.006]);
  hold (ax, 'on');
end
