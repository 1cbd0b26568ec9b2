## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## count = nnr.folds.count (folds)
##
## The number of trainings of a candidate: the folds of all repeats in FOLDS
## (nnr.folds.make).

function count = count (folds)
  count = sum (max (folds.Of, [], 1));
end
