## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Part 2.  A proximal gradient step: first downhill on the data loss, then the soft
## threshold for the L1 penalty.
##
##   w       the weights
##   grad    the gradient of the data loss (without the penalty) by them
##   rate    the learning rate
##   lambda  of the penalty lambda * sum (abs (w))
##   w       (returned) the weights after the step
##
## Call your soft_threshold.  Which threshold belongs to a step of this rate?

function w = proximal_step (w, grad, rate, lambda)
  ## ---- your code: change w ----

  ## -----------------------------
end
