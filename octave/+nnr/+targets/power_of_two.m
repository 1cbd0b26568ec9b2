## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## unit = nnr.targets.power_of_two (x)
##
## About the largest absolute value of each column, a power of 2; 1 if all are 0. Squares of x ./
## unit neither vanish nor overflow.

function unit = power_of_two (x)
  largest = max (abs (x), [], 1);
  unit = ones (size (largest));
  unit(largest > 0) = 2 .^ floor (log2 (largest(largest > 0)));
end

%!assert (nnr.targets.power_of_two ([3, 0, 1e-300; -5, 0, 0]), [4, 1, 2 ^ -997])
