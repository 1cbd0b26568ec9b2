## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 1.  The L2 penalty and its gradient.

function [P, grad] = l2_penalty (W, lambda)
  P = lambda * sum (W(:) .^ 2);
  grad = 2 * lambda * W;
end
