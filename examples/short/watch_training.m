## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Watch a training, end it yourself, and go on from where it was.

pkg load nnreg
[X, y] = nnreg_digits ();
[X, y] = deal (X(1:600,:) / 16, y(1:600));
args = {"LayerSizes", 32, "BatchSize", 16, "Verbose", 0};
enough = @(history) history.Accuracy(end) > 0.9;
[model, first] = nnreg_fit (X, y, args{:}, "Epochs", 500, "OutputFcn", enough);
printf ("ended by OutputFcn: %d\n", numel (first.Epoch) < 500);

[model, later] = nnreg_fit (X, y, args{:}, "Epochs", 5, "InitialModel", model);
printf ("it went on from there: %d\n", later.DataLoss(1) < first.DataLoss(end));

## Output:
## ended by OutputFcn: 1
## it went on from there: 1
