## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## folds = nnr.path.folds (p, targets, s, kept)
##
## The folds of a path by its options P, in the form of nnr.folds.make; each sample is in fold 0 if
## CV is 0.

function folds = folds (p, targets, s, kept)
  if (isnumeric (p.CV) && isscalar (p.CV) && isreal (p.CV) && p.CV == 0)
    folds = struct ('Of', zeros (nnr.targets.count (targets), 1), 'Forward', false, ...
                    'Kept', kept);
    return
  end
  folds = nnr.folds.make (p, targets, s, kept, true);
  if (! isempty (targets.Weights))
    nnr.folds.check_weights (targets, folds);
  end
end
