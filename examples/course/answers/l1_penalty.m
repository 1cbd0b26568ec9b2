## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 1.  The L1 penalty and its gradient.
##
##   W       a matrix (or vector) of weights
##   lambda  a number, 0 or more
##   P       lambda times the sum of the absolute values of all entries of W, one number
##   grad    as large as W: the derivative of P with respect to each weight.  At a weight of 0
##           the derivative does not exist; 0 is the usual choice.

function [P, grad] = l1_penalty (W, lambda)
  P = 0;
  grad = zeros (size (W));
  ## ---- your code: fill in P and grad ----

  ## ---------------------------------------
end
