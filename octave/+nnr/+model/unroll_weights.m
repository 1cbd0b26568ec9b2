## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## theta = nnr.model.unroll_weights (weights, biases, precision)
##
## THETA = [W_1(:); b_1; W_2(:); b_2; ...] in this PRECISION.

function theta = unroll_weights (weights, biases, precision)
  parts = cell (2, numel (weights));
  for l = 1:numel (weights)
    parts{1,l} = feval (precision, full (weights{l}(:)));
    parts{2,l} = feval (precision, full (biases{l}(:)));
  end
  theta = vertcat (parts{:});
end
