## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Watch a training, end it, and continue from its weights.

pkg load nnreg
[X, y] = nnreg_digits ();
[X, y] = deal (X(1:600,:) / 16, y(1:600));
args = {"LayerSizes", 32, "BatchSize", 16, "Verbose", 0};
enough = @(history) history.Accuracy(end) > 0.9;
[model, first] = nnreg_fit (X, y, args{:}, "Epochs", 500, "OutputFcn", enough);
printf ("OutputFcn ended it: %d\n", numel (first.Epoch) < 500);

[model, later] = nnreg_fit (X, y, args{:}, "Epochs", 5, "InitialModel", model);
printf ("it continued from there: %d\n", later.DataLoss(1) < first.DataLoss(end));

## Output:
## OutputFcn ended it: 1
## it continued from there: 1
