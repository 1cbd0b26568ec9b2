## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## A linear model with an L1 penalty chooses columns of a table; the solution is exact.

pkg load nnreg
k = (1:200)';
X = [sin(k), sin(2 * k), sin(3 * k), sin(5 * k), sin(7 * k)];
names = {"age", "height", "weight", "income", "distance"};
y = 50 + 3 * X(:,2) - 2 * X(:,4) + 0.1 * sin (11 * k .^ 2);

model = nnreg_fit (X, y, "Task", "regression", "LayerSizes", [], "Penalty", "l1", ...
                   "Lambda", 0.05, "FeatureNames", names, "Verbose", 0);
c = nnreg_coef (model);                         # in the units of X and y
for j = find (c.Coefficients)'
  printf ("%s %.1f\n", c.Names{j}, c.Coefficients(j));
end
printf ("exactly zero: %d of 5\n", sum (c.Coefficients == 0));
printf ("R2 %.3f\n", nnreg_evaluate (model, X, y).R2);

## Output:
## height 2.9
## income -1.9
## exactly zero: 3 of 5
## R2 0.998
