## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## count = nnr.folds.count (folds)
##
## How many trainings a candidate has: the folds of all repeats, one a column.

function count = count (folds)
  count = sum (max (folds, [], 1));
end
