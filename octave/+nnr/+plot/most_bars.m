## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## most = nnr.plot.most_bars (room)
##
## How many bars with names, one below the other, have room in a sheet of ROOM inches.

function most = most_bars (room)
  most = max (min (floor ((room(2) - 1.35) / 0.19), 40), 3);
end

%!assert (nnr.plot.most_bars ([6, 4]), 13)
