## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## losses = nnr.train.epoch_losses (run, epochs)
##
## The losses of finished epochs that decide on the best one, as in nnr.model.compared_losses: a
## column, NaN without validation. RUN is from nnr.train.run.

function losses = epoch_losses (run, epochs)
  c = nnr.core.epoch_columns ();
  losses = run.Log(epochs,c.ValDataLoss);
  if (isempty (run.Lambdas))
    losses = losses + run.Log(epochs,c.Penalty);
  end
end
