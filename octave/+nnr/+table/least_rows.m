## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## least = nnr.table.least_rows (num_rows)
##
## How many of NUM_ROWS rows a level, or the gaps of a column, must have for a column of X of their
## own: a hundredth, at most 10.

function least = least_rows (num_rows)
  least = min (10, max (1, ceil (num_rows / 100)));
end

%!assert (arrayfun (@nnr.table.least_rows, [0, 1, 100, 101, 1000, 1e6]), [1, 1, 1, 2, 10, 10])
