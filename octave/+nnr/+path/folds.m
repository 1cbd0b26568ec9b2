## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## folds = nnr.path.folds (cv, targets, s, kept)
##
## The fold of each sample of a path, a column of numbers; all 0 if CV is 0. The arguments are those
## of nnr.folds.make.

function folds = folds (cv, targets, s, kept)
  if (isscalar (cv) && isreal (cv) && cv == 0)
    folds = zeros (nnr.targets.count (targets), 1);
    return
  end
  folds = nnr.folds.make (cv, targets, s, kept);
  nnr.folds.check_weights (targets, folds);
end
