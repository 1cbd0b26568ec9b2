## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 3.  The fold of each sample.
##
##   n      the number of samples
##   K      the number of folds
##   folds  n-by-1, numbers from 1 to K; the sizes of the folds differ by at most one

function folds = fold_numbers (n, K)
  folds = zeros (n, 1);
  ## ---- your code: fill in folds ----

  ## ----------------------------------
end
