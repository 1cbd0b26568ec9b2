## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## name = nnr.options.usual_loss (task)
##
## The Loss that a TASK has by default.

function name = usual_loss (task)
  name = 'mse';
  if (strcmp (task, 'classification'))
    name = 'crossentropy';
  end
end
