## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 3.  The best lambda, and the largest that is nearly as good.
##
##   lambdas  L numbers, ascending
##   errors   L-by-K, the error of each lambda in each fold (from cv_errors)
##   best     the lambda with the smallest mean error
##   one_se   the largest lambda whose mean error is at most the smallest mean plus one
##            standard error of that mean, from the K errors of the best lambda
##
## Which factor turns their standard deviation into the standard error of their mean?

function [best, one_se] = choose_lambda (lambdas, errors)
  best = 0;
  one_se = 0;
  ## ---- your code: fill in best and one_se ----

  ## --------------------------------------------
end
