## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [weights, biases] = nnr.model.roll_weights (theta, sizes)
##
## The matrices W_l (outputs-by-inputs) and columns b_l in THETA; SIZES are [inputs, hidden ...,
## outputs].

function [weights, biases] = roll_weights (theta, sizes)
  num_layers = numel (sizes) - 1;
  weights = cell (1, num_layers);
  biases = weights;
  at = 0;
  for l = 1:num_layers
    count = sizes(l) * sizes(l + 1);
    weights{l} = reshape (theta(at + (1:count)), sizes(l + 1), sizes(l));
    biases{l} = theta(at + count + (1:sizes(l + 1)));
    at += count + sizes(l + 1);
  end
end
