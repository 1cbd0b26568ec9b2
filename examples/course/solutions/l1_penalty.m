## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 1.  The L1 penalty and its gradient.

function [P, grad] = l1_penalty (W, lambda)
  P = lambda * sum (abs (W(:)));
  grad = lambda * sign (W);
end
