## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## theta = nnr.train.null_theta (d, s)
##
## The parameters of the best constant model: weights 0, biases of nnr.train.null_biases.

function theta = null_theta (d, s)
  count = d.Targets.NumOutputs * d.Data.NumInputs;
  theta = feval (s.Precision, [zeros(count, 1); nnr.train.null_biases(d.Targets, [], s)]);
end
