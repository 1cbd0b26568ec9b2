## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## d = nnr.sparsify.data_of (t, model)
##
## The packed data of the settings T (nnr.sparsify.open) for a training that goes on with MODEL ([]:
## none): only the inputs that a compacted one reads.

function d = data_of (t, model)
  d = t.Data;
  if (! isempty (model) && isfield (model, 'Inputs'))
    s = t.Settings;
    s.InitialModel = model;
    warning ('off', 'nnreg:scale', 'local');    # all inputs have raised it
    d = nnr.train.prepare_data (t.X, t.Data.Targets, s);
    d.Targets = t.Data.Targets;
  end
end
