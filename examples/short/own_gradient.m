## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The cost and its gradient for an optimiser of your own, and a check of your own gradient.

pkg load nnreg
k = (1:60)';
[X, y] = deal ([sin(k), cos(2 * k)], 1 + (sin (k) + cos (k) > 0));
cost = @(theta) nnreg_cost (theta, X, y, "LayerSizes", 4, "Activations", "tanh", ...
                            "Penalty", "l2", "Lambda", 1e-3);
theta = sin (1:22)' / 2;                        # 4 * (2 + 1) + 2 * (4 + 1) parameters
printf ("the gradient is right: %d\n", nnreg_checkgrad (cost, theta) < 1e-7);

options = optimset ("GradObj", "on", "MaxIter", 300);
theta = fminunc (cost, theta, options);
printf ("a lower cost than at the start: %d\n", cost (theta) < 0.9 * cost (sin (1:22)' / 2));
wrong = @(theta) deal (sum (theta .^ 2), theta);
printf ("the missing factor 2 is found: %d\n", nnreg_checkgrad (wrong, [1; 2; 3]) > 0.1);

## Output:
## the gradient is right: 1
## a lower cost than at the start: 1
## the missing factor 2 is found: 1
