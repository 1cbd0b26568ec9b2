## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 4.  The area under the ROC curve.
##
##   positive  N-by-1 logical: true for the samples of the class
##   scores    N-by-1: the higher, the more likely is the class
##   A         of all pairs of a positive and a negative sample, the share in which the positive
##             one has the higher score; a pair with equal scores counts one half

function A = auc (positive, scores)
  A = 0;
  ## ---- your code: fill in A ----

  ## ------------------------------
end
