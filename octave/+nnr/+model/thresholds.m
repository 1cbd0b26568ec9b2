## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## thresholds = nnr.model.thresholds (model)
##
## Those of the model's loss (nnr.targets.error_losses), R-by-1 or []. A model that does not say its
## loss has the usual one of its task.

function thresholds = thresholds (model)
  thresholds = [];
  if (isfield (model, 'HuberDelta'))
    thresholds = (model.HuberDelta(:).' ./ double (model.ResponseScale(:).')).';
  elseif (isfield (model, 'Settings') && isfield (model.Settings, 'Loss') ...
          && strcmp (model.Settings.Loss, 'mae'))
    thresholds = zeros (numel (model.ResponseScale), 1);
  end
end
