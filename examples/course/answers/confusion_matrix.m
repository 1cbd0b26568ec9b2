## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Part 4.  The confusion matrix.
##
##   ytrue, ypred  N-by-1, classes from 1 to K
##   K             how many classes
##   C             K-by-K: entry (a, b) counts the samples of class a that are taken for b

function C = confusion_matrix (ytrue, ypred, K)
  C = zeros (K);
  ## ---- your code: fill in C ----

  ## ------------------------------
end
