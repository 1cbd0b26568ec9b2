## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.metrics.is_loss (name)
##
## Is a smaller value of the score NAME better?  A search's result says it of its own scores, in
## LargerIsBetter.

function yes = is_loss (name)
  yes = any (strcmp (name, {'RMSE', 'MSE', 'DataLoss', 'LogLoss', 'Brier', 'MeanMAE', 'MeanRMSE'}));
end
