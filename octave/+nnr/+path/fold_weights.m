## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## weights = nnr.path.fold_weights (folds, sample_weights)
##
## The weight of each of the FOLDS, a column: the sum of the weights of its samples ([]: all 1).

function sums = fold_weights (folds, sample_weights)
  if (isempty (sample_weights))
    sample_weights = 1;
  end
  sums = accumarray (folds, sample_weights);
end
