## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Prints the line with all points to FID.

function print_total (fid, graded)
  fprintf (fid, "\n  %-20s%5g of %g points, %.4g %%\n", 'All', graded.Points, graded.MaxPoints, ...
           round (10 * graded.Percent) / 10);
end
