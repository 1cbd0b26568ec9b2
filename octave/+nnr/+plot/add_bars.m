## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.add_bars (ax, x, y, colour, edge)
##
## K bars with the corners X and Y (4-by-K), all of one colour; EDGE is the colour of their edges,
## or "none".

function add_bars (ax, x, y, colour, edge)
  if (! isempty (x))
    ## By its property: as an argument it would be the three colours of three bars.
    patch (ax, 'xdata', x, 'ydata', y, 'facecolor', colour, 'edgecolor', edge);
  end
end
