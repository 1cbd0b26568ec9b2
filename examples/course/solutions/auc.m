## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 4.  The area under the ROC curve.

function A = auc (positive, scores)
  gaps = scores(positive)(:) - scores(! positive)(:).';
  A = mean ((gaps(:) > 0) + (gaps(:) == 0) / 2);
end
