## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The size of VALUES, and one number that stands for their entries: two values with the same print
## are the same, but for chance. It tells a common mistake without saying what it computes.

function print = value_print (values)
  values = double (values);
  factors = cos (1:numel (values)).';
  none = isnan (values(:));
  values(none) = 10;
  print = [size(values), sum(factors .* (values(:) + none))];
end
