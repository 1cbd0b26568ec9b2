## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Which penalty, and which lambda? Cross-validation decides.

pkg load nnreg
[X, y] = nnreg_digits ();
X = X(1:900,:) / 16;
y = y(1:900);
r = nnreg_gridsearch (X, y, {"Penalty", {"l1", "l2"}, "Lambda", [1e-4, 1e-3, 1e-1]}, ...
                      "LayerSizes", 32, "Epochs", 20, "BatchSize", 16, "Verbose", 0);
means = reshape ([r.Results.Mean], 3, 2)';      # a row for each penalty
printf ("%d candidates, %d folds\n", numel (r.Results), max (r.Folds));
printf ("accuracy with lambda   1e-4  1e-3  1e-1\n");
printf ("l1                     %.2f  %.2f  %.2f\n", means(1,:));
printf ("l2                     %.2f  %.2f  %.2f\n", means(2,:));
printf ("the best: %.2f; its Model has been trained on all samples\n", r.BestScore);

## Output:
## 6 candidates, 3 folds
## accuracy with lambda   1e-4  1e-3  1e-1
## l1                     0.95  0.94  0.10
## l2                     0.95  0.95  0.58
## the best: 0.95; its Model has been trained on all samples
