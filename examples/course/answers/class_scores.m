## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 4.  Precision, recall and F1 of each class.
##
##   C          K-by-K, a confusion matrix: rows are the true classes, columns the predicted
##   precision  K-by-1: of the samples predicted as class k, the share that is of class k
##   recall     K-by-1: of the samples of class k, the share that is predicted as class k
##   F1         K-by-1: the harmonic mean of precision and recall.  Written with counts of samples
##              it is also defined, and 0, where just one of the two is not: find that form.
##
## 0 / 0 stays NaN: the value is not defined.

function [precision, recall, F1] = class_scores (C)
  [precision, recall, F1] = deal (zeros (rows (C), 1));
  ## ---- your code: fill in precision, recall and F1 ----

  ## -----------------------------------------------------
end
