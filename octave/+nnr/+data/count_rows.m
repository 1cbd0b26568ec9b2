## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## count = nnr.data.count_rows (x)
##
## The number of samples of a list of ids, times or labels: the numbers of a vector, the texts of a
## cell, the rows of char; 0 of anything else.

function count = count_rows (x)
  count = 0;
  if (ischar (x) && ndims (x) == 2)
    count = rows (x);
  elseif (isvector (x))
    count = numel (x);
  end
end
