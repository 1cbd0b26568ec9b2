## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.refuse_checkpoint (file, kind, name)
##
## Raises the error that FILE belongs to a run with another NAME, an option or data. KIND is
## "training" or "path".

function refuse_checkpoint (file, kind, name)
  ## An InitialModel must have the same, or is the difference itself.
  same = {'InitialModel', 'Task', 'LayerSizes', 'Activations', 'ClassNames', 'Standardize', ...
          'StandardizeY'};
  start = '';
  if (strcmp (kind, 'training') && ! any (strcmp (name, same)))
    start = ' (the old model can be its InitialModel)';
  end
  error ('nnreg:badFile', ['"%s" is the checkpoint of another %s (other %s); the call that it ' ...
                           'belongs to goes on with it; for a new %s name another file%s'], ...
         file, kind, name, kind, start);
end
