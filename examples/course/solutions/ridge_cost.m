## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 1.  The cost of a linear model with an L2 penalty, and its gradient.

function [J, grad] = ridge_cost (theta, X, y, lambda)
  w = theta(1:end - 1);
  b = theta(end);
  errors = X * w + b - y;
  J = mean (errors .^ 2) + lambda * sum (w .^ 2);
  grad = [2 * X.' * errors / rows(X) + 2 * lambda * w; 2 * mean(errors)];
end
