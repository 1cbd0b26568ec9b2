## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.model.layer_activations (model)
##
## The activation of each layer. The last one has "softmax", or "none" for a regression.

function names = layer_activations (model)
  names = [model.Activations(:).', {'softmax'}];
  if (strcmp (model.Task, 'regression'))
    names{end} = 'none';
  end
end
