## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The regression data of parts 2 and 3: 80 samples with 8 inputs, of which 3 matter. A teacher may
## return other data, for any seed the same: X N-by-D with 2 to 20 inputs of any scale, and y
## N-by-1. Rows with NaN are left out. The rows that a seed takes are chosen from them, and scaled.

function [X, y] = course_data (seed)
  X = course_numbers (80, 8, seed);
  X(:,2) = 0.7 * X(:,1) + 0.3 * X(:,2);
  y = 2 + X(:,[1, 4, 7]) * [3; -2; 1] + 0.4 * course_numbers (80, 1, seed + 0.5);
end
