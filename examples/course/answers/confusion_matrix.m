## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 4.  The confusion matrix.
##
##   ytrue, ypred  N-by-1, classes from 1 to K
##   K             the number of classes
##   C             K-by-K: entry (a, b) is the number of samples of class a predicted as class b

function C = confusion_matrix (ytrue, ypred, K)
  C = zeros (K);
  ## ---- your code: fill in C ----

  ## ------------------------------
end
