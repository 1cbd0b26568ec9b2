## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Stop when the validation loss no longer improves, and keep the best epoch.

pkg load nnreg
[X, y] = nnreg_digits ();
[model, h] = nnreg_fit (X(1:600,:) / 16, y(1:600), "LayerSizes", 64, "BatchSize", 16, ...
                        "Epochs", 1000, "ValidationFraction", 0.25, "Patience", 10, "Verbose", 0);
[~, best] = min (h.ValLoss);
printf ("stopped before the last epoch: %d\n", numel (h.Epoch) < 1000);
printf ("epochs after the best one: %d\n", numel (h.Epoch) - best);
printf ("the training loss was still falling: %d\n", h.DataLoss(end) < h.DataLoss(best));

## Output:
## stopped before the last epoch: 1
## epochs after the best one: 10
## the training loss was still falling: 1
