## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## count = nnr.folds.count (folds)
##
## The number of trainings of a candidate: the folds of all repeats (the columns of FOLDS).

function count = count (folds)
  count = sum (max (folds, [], 1));
end
