## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## A first network: handwritten digits, trained and tested.

pkg load nnreg
[X, y] = nnreg_digits ();
X = X / 16;                                     # 1797 images of 8x8 pixels, 0 to 1
test = mod ((1:1797)', 4) == 0;                 # a quarter is left out

model = nnreg_fit (X(! test,:), y(! test), "LayerSizes", 64, "Epochs", 40, ...
                   "BatchSize", 32, "Verbose", 0);
yhat = nnreg_predict (model, X(test,:));
m = nnreg_evaluate (model, X(test,:), y(test));

printf ("%d parameters\n", nnreg_summary (model).NumParameters);
printf ("more than 95%% right: %d\n", m.Accuracy > 0.95);
printf ("that is the share of right labels: %d\n", m.Accuracy == mean (yhat == y(test)));

## Output:
## 4810 parameters
## more than 95% right: 1
## that is the share of right labels: 1
