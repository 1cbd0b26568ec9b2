## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 2.  The soft threshold, which makes exact zeros.
##
##   z  numbers (of any shape)
##   t  thresholds, 0 or more: one number, or one for each entry of z
##   w  as large as z: each entry of z moved towards 0 by t, or exactly 0 if |z| <= t

function w = soft_threshold (z, t)
  w = zeros (size (z));
  ## ---- your code: fill in w ----

  ## ------------------------------
end
