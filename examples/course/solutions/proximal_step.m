## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 2.  A proximal gradient step.

function w = proximal_step (w, grad, rate, lambda)
  w = soft_threshold (w - rate * grad, rate * lambda);
end
