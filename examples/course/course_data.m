## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The regression data of parts 2 and 3, made from a seed: 60 samples with 8 inputs, of which 3
## matter. A teacher may return other data: X N-by-D and y N-by-1, at most some hundred numbers,
## inputs of similar scale.

function [X, y] = course_data (seed)
  X = course_numbers (60, 8, seed);
  X(:,2) = 0.7 * X(:,1) + 0.3 * X(:,2);
  y = 2 + X(:,[1, 4, 7]) * [3; -2; 1] + 0.4 * course_numbers (60, 1, seed + 0.5);
end
