## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 3.  The fold of each sample.

function folds = fold_numbers (n, K)
  folds = 1 + mod ((0:n - 1).', K);
end
