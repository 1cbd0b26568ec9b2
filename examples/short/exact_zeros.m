## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## L1 makes weights exactly zero, L2 makes them small.

pkg load nnreg
[X, y] = nnreg_digits ();
args = {"LayerSizes", 32, "Epochs", 30, "BatchSize", 32, "Lambda", 1e-3, "Verbose", 0};
l1 = nnreg_fit (X / 16, y, "Penalty", "l1", args{:});
l2 = nnreg_fit (X / 16, y, "Penalty", "l2", args{:});

zeros_of = @(model) mean (model.Weights{1}(:) == 0);
inputs_of = @(model) nnreg_sparsity (model).NumLiveInputs;
printf ("     exact zeros  pixels in use  accuracy\n");
for model = {l1, l2}
  printf ("%s     %10.0f%%  %13d  %8.2f\n", model{1}.Settings.Penalty, ...
          100 * zeros_of (model{1}), inputs_of (model{1}), ...
          nnreg_evaluate (model{1}, X / 16, y).Accuracy);
end

## Output:
##      exact zeros  pixels in use  accuracy
## l1             41%             49      0.97
## l2              0%             64      0.98
