## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.targets.is_robust (s)
##
## Whether the loss of the settings S grows slower than the square of an error, so that a few wild
## responses matter little.

function yes = is_robust (s)
  yes = any (strcmp (s.Loss, {'huber', 'mae'}));
end
