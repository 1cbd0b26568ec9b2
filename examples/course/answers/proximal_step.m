## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 2.  A proximal gradient step: first a gradient step on the data loss, then the soft
## threshold for the L1 penalty.
##
##   w       the weights
##   grad    the gradient of the data loss (without the penalty) with respect to w
##   rate    the learning rate
##   lambda  the factor of the L1 penalty
##   w       (returned) the weights after the step
##
## Call your soft_threshold.  Which threshold is right for a step with this rate?

function w = proximal_step (w, grad, rate, lambda)
  ## ---- your code: change w ----

  ## -----------------------------
end
