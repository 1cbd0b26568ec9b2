## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## A path from a lambda that leaves no input down to a small one.

pkg load nnreg
k = (1:150)';
X = sin (k * [1, 2, 3, 5, 7, 11, 13, 17]);
y = X(:,1:3) * [4; -2; 1] + 0.3 * sin (k .^ 2);
p = nnreg_path (X, y, "Task", "regression", "LayerSizes", [], "Penalty", "l1", "CV", 5, ...
                "Verbose", 0);
[~, largest] = max (p.Lambda);
printf ("             lambda  inputs  RMSE\n");
at = [largest, p.Index1SE, p.IndexMin];
names = {"largest", "Lambda1SE", "LambdaMin"};
for k = 1:3
  printf ("%-9s  %8.3f  %6d  %.2f\n", names{k}, p.Lambda(at(k)), p.LiveInputs(at(k)), ...
          p.CVRMSE(at(k)));
end

## Output:
##              lambda  inputs  RMSE
## largest       1.742       0  3.25
## Lambda1SE     0.017       3  0.23
## LambdaMin     0.008       3  0.22
