## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The model of nnreg that an answer to lasso is compared with.

function model = lasso_model (X, y, lambda)
  model = nnreg_fit (X, y, 'Task', 'regression', 'LayerSizes', [], 'Penalty', 'l1', 'Lambda', ...
                     lambda, 'Standardize', false, 'StandardizeY', false, 'Verbose', 0);
end
