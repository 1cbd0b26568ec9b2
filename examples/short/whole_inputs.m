## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## A group penalty removes whole inputs of a network, not single weights.

pkg load nnreg
k = (1:300)';
X = sin (k * sqrt ([2, 3, 5, 7, 11, 13]));
y = 1 + (X(:,1) .* X(:,2) > 0);                 # depends on the first two, and not linearly

model = nnreg_fit (X, y, "LayerSizes", 16, "Penalty", "group", "Lambda", 0.02, ...
                   "Epochs", 300, "BatchSize", 32, "LearnRate", 0.01, "Verbose", 0);
printf ("live inputs: %s\n", mat2str (nnreg_sparsity (model).LiveInputs));
printf ("accuracy %.2f\n", nnreg_evaluate (model, X, y).Accuracy);

## Output:
## live inputs: [1 2]
## accuracy 1.00
