## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## A path from a lambda that leaves no input down to a small one.

pkg load nnreg
k = (1:150)';
X = sin (k * [1, 2, 3, 5, 7, 11, 13, 17]);
y = X(:,1:3) * [4; -2; 1] + 0.3 * sin (k .^ 2);
p = nnreg_path (X, y, "Task", "regression", "LayerSizes", [], "Penalty", "l1", "CV", 5, ...
                "Verbose", 0);
[~, largest] = max (p.Lambda);
printf ("live inputs at the largest lambda: %d\n", p.LiveInputs(largest));
printf ("at least three inputs are live at Lambda1SE: %d\n", p.LiveInputs(p.Index1SE) >= 3);
printf ("Lambda1SE is at least LambdaMin: %d\n", p.Lambda1SE >= p.LambdaMin);

## Output:
## live inputs at the largest lambda: 0
## at least three inputs are live at Lambda1SE: 1
## Lambda1SE is at least LambdaMin: 1
