## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 2.  The soft threshold, which makes exact zeros.

function w = soft_threshold (z, t)
  w = sign (z) .* max (abs (z) - t, 0);
end
