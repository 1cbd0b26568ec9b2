## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.error_bars (ax, x, y, spread, colour, width)
##
## Vertical lines from y - spread to y + spread.  Octave's errorbar does not work with all scales
## and toolkits.

function error_bars (ax, x, y, spread, colour, width)
  [x, y, spread] = deal (x(:).', y(:).', spread(:).');
  plot (ax, [x; x], [y - spread; y + spread], '-', 'color', colour, 'linewidth', width);
end
