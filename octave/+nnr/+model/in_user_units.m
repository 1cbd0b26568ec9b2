## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.model.in_user_units (model, raw)
##
## The network's outputs (K-by-N) as probabilities, or responses in the user's units (N-by-K).

function outputs = in_user_units (model, raw)
  outputs = raw.';
  if (strcmp (model.Task, 'regression'))
    ## In single a large mean would swallow the differences.
    outputs = double (outputs) .* model.ResponseScale(:).' + model.ResponseMean(:).';
  end
end
