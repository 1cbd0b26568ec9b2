## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## L1 makes weights exactly zero, L2 makes them small.

pkg load nnreg
[X, y] = nnreg_digits ();
args = {"LayerSizes", 32, "Epochs", 30, "BatchSize", 32, "Lambda", 1e-3, "Verbose", 0};
l1 = nnreg_fit (X / 16, y, "Penalty", "l1", args{:});
l2 = nnreg_fit (X / 16, y, "Penalty", "l2", args{:});

zeros_of = @(model) mean (model.Weights{1}(:) == 0);
inputs_of = @(model) nnreg_sparsity (model).NumLiveInputs;
printf ("more than a third of the weights are zero with L1: %d\n", zeros_of (l1) > 1/3);
printf ("zeros with L2: %d\n", zeros_of (l2));
printf ("fewer pixels in use with L1: %d\n", inputs_of (l1) < inputs_of (l2));

## Output:
## more than a third of the weights are zero with L1: 1
## zeros with L2: 0
## fewer pixels in use with L1: 1
