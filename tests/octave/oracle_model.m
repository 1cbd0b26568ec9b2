## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = oracle_model (X, y, opt)
##
## A model of nnreg with the weights opt.W and opt.b, to start nnreg_fit as its InitialModel.

function model = oracle_model (X, y, opt)
  args = {"Task", opt.Task, "LayerSizes", opt.LayerSizes, "Epochs", 1, ...
          "Precision", "double", "Solver", "adam", "Standardize", false, "Verbose", 0};
  if (isfield (opt, "Activations"))
    args = [args, {"Activations", opt.Activations}];
  end
  if (strcmp (opt.Task, "regression"))
    args = [args, {"StandardizeY", false}];
  end
  model = nnreg_fit (X, y, args{:});
  model.Weights = opt.W;
  model.Biases = opt.b;
end
