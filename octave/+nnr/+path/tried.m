## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [chains, losses, outcome] = nnr.path.tried (journal, chains, s)
##
## nnr.path.train_chains for a training that the path can do without: LOSSES are those on the
## measured rows. If a training diverges, the CHAINS stay as they are, LOSSES is Inf and OUTCOME is
## empty.

function [chains, losses, outcome] = tried (journal, chains, s)
  c = nnr.core.epoch_columns ();
  try
    [chains, outcome] = nnr.path.train_chains (journal, chains, s);
    losses = outcome(:,c.ValDataLoss);
  catch err
    if (! strcmp (err.identifier, 'nnreg:diverged'))
      rethrow (err);
    end
    [losses, outcome] = deal (Inf, []);
  end
end
