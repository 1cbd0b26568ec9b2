## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.check_initial (s, targets)
##
## Raises an error if the settings S have an InitialModel that is of another kind than the model
## to be trained.

function check_initial (s, targets)
  model = s.InitialModel;
  if (isempty (model))
    return;
  end
  nnr.model.check ('InitialModel', model);
  if (! strcmp (model.Task, s.Task))
    error ('nnreg:badArgument', 'InitialModel is of the Task "%s", this one is "%s"', ...
           model.Task, s.Task);
  elseif (numel (model.Activations) == numel (s.Activations) ...
          && ! isequal (model.Activations(:), s.Activations(:)))
    error ('nnreg:badArgument', 'InitialModel has the Activations %s, this training %s', ...
           strjoin (model.Activations(:).', ', '), strjoin (s.Activations, ', '));
  elseif (rows (model.ClassNames) == rows (targets.ClassNames) ...
          && ! isequal (model.ClassNames, targets.ClassNames))
    error ('nnreg:badArgument', 'InitialModel has other ClassNames than y');
  end
end
