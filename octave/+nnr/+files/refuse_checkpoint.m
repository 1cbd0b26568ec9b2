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
    start = '; its model can be the InitialModel there';
  end
  error ('nnreg:badFile', ['"%s" is the checkpoint of another %s (other %s): give its %s to go ' ...
                           'on with it, or name another file%s'], file, kind, name, name, start);
end
