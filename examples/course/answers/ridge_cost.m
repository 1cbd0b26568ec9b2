## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 1.  The cost of a linear model with an L2 penalty, and its gradient.
##
##   theta   (D+1)-by-1: the D weights w, then the bias b
##   X, y    N-by-D and N-by-1
##   lambda  a number, 0 or more
##   J       the mean over the N samples of the squared error, plus lambda times the sum of the
##           squared weights.  There is no penalty on the bias.
##   grad    (D+1)-by-1: the derivative of J with respect to each entry of theta
##
## nnreg_checkgrad (@(t) ridge_cost (t, X, y, lambda), theta) checks whether grad belongs to J.

function [J, grad] = ridge_cost (theta, X, y, lambda)
  w = theta(1:end - 1);
  b = theta(end);
  J = 0;
  grad = zeros (size (theta));
  ## ---- your code: fill in J and grad ----

  ## ---------------------------------------
end
