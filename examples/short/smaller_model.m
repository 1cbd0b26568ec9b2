## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Remove the inputs and units that L1 made useless, and write the rest for other programs.

pkg load nnreg
[X, y] = nnreg_digits ();
X = X / 16;
model = nnreg_fit (X, y, "LayerSizes", 64, "Penalty", "l1", "Lambda", 2e-3, "Epochs", 40, ...
                   "BatchSize", 32, "Verbose", 0);
small = nnreg_compact (model);
same = isequal (nnreg_predict (model, X), nnreg_predict (small, X));
parameters = @(m) nnreg_summary (m).NumParameters;
printf ("parameters: %d, and %d of the smaller model\n", parameters (model), parameters (small));
printf ("the same predictions: %d\n", same);

file = [tempname() ".json"];
nnreg_export (small, file);
read = jsondecode (fileread (file));
printf ("layers in the file: %d\n", numel (read.layers));
delete (file);

## Output:
## parameters: 4810, and 3026 of the smaller model
## the same predictions: 1
## layers in the file: 2
