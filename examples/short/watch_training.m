## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Watch a training, end it, and continue from its weights.

pkg load nnreg
[X, y] = nnreg_digits ();
[X, y] = deal (X(1:600,:) / 16, y(1:600));
args = {"LayerSizes", 32, "BatchSize", 16, "Verbose", 0};
enough = @(history) history.Accuracy(end) > 0.9;
[model, first] = nnreg_fit (X, y, args{:}, "Epochs", 500, "OutputFcn", enough);
printf ("OutputFcn ended it at an accuracy of %.2f\n", first.Accuracy(end));

[model, later] = nnreg_fit (X, y, args{:}, "Epochs", 5, "InitialModel", model);
printf ("accuracy after one more epoch %.2f, after five %.2f\n", later.Accuracy([1, 5]));

## Output:
## OutputFcn ended it at an accuracy of 0.91
## accuracy after one more epoch 0.90, after five 0.95
