## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [W, b] = oracle_reroll (theta, sizes)
##
## The cells of weights and biases in the column theta. sizes has the numbers of inputs, hidden
## units and outputs.

function [W, b] = oracle_reroll (theta, sizes)
  L = numel (sizes) - 1;
  [W, b] = deal (cell (1, L));
  at = 0;
  for l = 1:L
    n = sizes(l+1) * sizes(l);
    W{l} = reshape (theta(at+(1:n)), sizes(l+1), sizes(l));
    b{l} = reshape (theta(at+n+(1:sizes(l+1))), [], 1);
    at = at + n + sizes(l+1);
  end
end
