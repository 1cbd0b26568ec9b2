## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The outputs (before the softmax) that the network of pure_fit gives to Xt.

function Z = pure_outputs (W, b, Xt)
  Z = Xt;
  for k = 1:numel (W)
    Z = W{k} * Z + b{k};
    if (k < numel (W))
      Z = max (Z, 0);
    end
  end
end
