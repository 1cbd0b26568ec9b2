## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.metrics.is_loss (name)
##
## Is less of this score better?

function yes = is_loss (name)
  yes = any (strcmp (name, {'RMSE', 'MSE', 'DataLoss', 'LogLoss', 'MeanMAE', 'MeanRMSE'}));
end
