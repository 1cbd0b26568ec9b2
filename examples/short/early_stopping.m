## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Stop when the validation loss no longer improves, and keep the best epoch.

pkg load nnreg
[X, y] = nnreg_digits ();
[model, h] = nnreg_fit (X(1:600,:) / 16, y(1:600), "LayerSizes", 64, "BatchSize", 16, ...
                        "Penalty", "none", "Epochs", 1000, "ValidationFraction", 0.25, ...
                        "Patience", 10, "Verbose", 0);
[~, best] = min (h.ValLoss);
printf ("epochs after the best one: %d\n", numel (h.Epoch) - best);
printf ("              training  validation\n");
printf ("first epoch       %.2f        %.2f\n", h.DataLoss(1), h.ValDataLoss(1));
printf ("best epoch        %.2f        %.2f\n", h.DataLoss(best), h.ValDataLoss(best));

## Output:
## epochs after the best one: 10
##               training  validation
## first epoch       2.19        1.99
## best epoch        0.01        0.08
