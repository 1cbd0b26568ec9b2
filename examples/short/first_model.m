## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## A first network: train and test it on handwritten digits.

pkg load nnreg
[X, y] = nnreg_digits ();
X = X / 16;                                     # 1797 images of 8x8 pixels, 0 to 1
test = mod ((1:1797)', 4) == 0;                 # one image in four is for the test

model = nnreg_fit (X(! test,:), y(! test), "LayerSizes", 64, "Epochs", 40, ...
                   "BatchSize", 32, "Verbose", 0);
yhat = nnreg_predict (model, X(test,:));
m = nnreg_evaluate (model, X(test,:), y(test));

printf ("%d parameters\n", nnreg_summary (model).NumParameters);
printf ("accuracy on new images %.2f, the share of right labels %.2f\n", m.Accuracy, ...
        mean (yhat == y(test)));

## Output:
## 4810 parameters
## accuracy on new images 0.96, the share of right labels 0.96
