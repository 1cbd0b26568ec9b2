## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Which penalty, and which lambda? Cross-validation decides.

pkg load nnreg
[X, y] = nnreg_digits ();
X = X(1:900,:) / 16;
y = y(1:900);
r = nnreg_gridsearch (X, y, {"Penalty", {"l1", "l2"}, "Lambda", [1e-4, 1e-3, 1e-1]}, ...
                      "LayerSizes", 32, "Epochs", 20, "BatchSize", 16, "Verbose", 0);
means = reshape ([r.Results.Mean], 3, 2)';      # a row for each penalty
printf ("%d candidates, %d folds\n", numel (r.Results), max (r.Folds));
printf ("0.1 is too much for L1: %d\n", means(1,3) < 0.5);
printf ("the best is better than 0.9: %d\n", r.BestScore > 0.9);
printf ("and has been trained on all samples: %d\n", isfield (r, "Model"));

## Output:
## 6 candidates, 3 folds
## 0.1 is too much for L1: 1
## the best is better than 0.9: 1
## and has been trained on all samples: 1
