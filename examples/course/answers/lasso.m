## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 2.  A linear model with an L1 penalty, by proximal gradient steps.
##
##   X, y    N-by-D and N-by-1
##   lambda  a number, 0 or more
##   w, b    D-by-1 and a number, for which the mean squared error of the linear model plus the L1
##           penalty on w is smallest.  There is no penalty on the bias.

function [w, b] = lasso (X, y, lambda)
  w = zeros (columns (X), 1);
  b = 0;
  rate = 1 / (2 * norm ([X, ones(rows (X), 1)]) ^ 2 / rows (X));   # small enough for every X
  for step = 1:2000
    ## ---- your code: a step for w (with proximal_step) and one for b ----

    ## --------------------------------------------------------------------
  end
end
