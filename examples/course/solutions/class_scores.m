## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 4.  Precision, recall and F1 of each class.

function [precision, recall, F1] = class_scores (C)
  hits = diag (C);
  taken = sum (C, 1).';
  of_class = sum (C, 2);
  precision = hits ./ taken;
  recall = hits ./ of_class;
  F1 = 2 * hits ./ (taken + of_class);
end
