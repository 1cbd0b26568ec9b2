## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## shares = nnr.folds.class_shares (groups, labels)
##
## What each group (a row) has of the samples of each class of LABELS (a column; whole numbers from
## 0), or of all samples if LABELS is [].

function shares = class_shares (groups, labels)
  if (isempty (labels))
    labels = 0;
  end
  counts = accumarray ([groups, labels + ones(size (groups))], 1);
  counts = counts(:,any (counts, 1));
  shares = counts ./ sum (counts, 1);
end

%!assert (nnr.folds.class_shares ([1; 2; 2; 2], []), [0.25; 0.75])
%!assert (nnr.folds.class_shares ([1; 2; 2; 2], [3; 0; 0; 3]), [0, 0.5; 1, 0.5])
