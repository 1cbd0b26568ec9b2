## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 2.  A linear model with an L1 penalty, by proximal gradient steps.

function [w, b] = lasso (X, y, lambda)
  w = zeros (columns (X), 1);
  b = 0;
  rate = 1 / (2 * norm ([X, ones(rows (X), 1)]) ^ 2 / rows (X));   # small enough for every X
  for step = 1:2000
    errors = X * w + b - y;
    w = proximal_step (w, 2 * X.' * errors / rows (X), rate, lambda);
    b = b - rate * 2 * mean (errors);
  end
end
