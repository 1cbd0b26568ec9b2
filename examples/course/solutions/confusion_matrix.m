## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 4.  The confusion matrix.

function C = confusion_matrix (ytrue, ypred, K)
  C = accumarray ([ytrue(:), ypred(:)], 1, [K, K]);
end
