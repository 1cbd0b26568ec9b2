## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## name = nnr.train.measure_name (task)
##
## The field of a history that says how good the predictions are: "Accuracy" or "RMSE".

function name = measure_name (task)
  name = 'Accuracy';
  if (strcmp (task, 'regression'))
    name = 'RMSE';
  end
end
