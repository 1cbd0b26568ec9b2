## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

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
printf ("cost at the start %.2f, at the end %.2f\n", cost (sin (1:22)' / 2), cost (theta));
wrong = @(theta) deal (sum (theta .^ 2), theta);        # a factor 2 is missing
printf ("difference of a wrong gradient: %.2f\n", nnreg_checkgrad (wrong, [1; 2; 3]));

## Output:
## the gradient is right: 1
## cost at the start 0.77, at the end 0.39
## difference of a wrong gradient: 0.33
