## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## G = nnr.path.data_gradient (d, s, theta, rows)
##
## The gradient of a linear model's data loss with respect to its weights (outputs-by-inputs), on
## the samples ROWS (empty: all).

function G = data_gradient (d, s, theta, rows)
  [num_inputs, num_outputs] = deal (d.Data.NumInputs, d.Targets.NumOutputs);
  network = nnr.model.make_network (s, num_inputs, num_outputs);
  samples = nnr.data.make_samples (d.Data, d.Targets, rows);
  nnr.words.progress ();
  [~, grad] = nnr.train.data_loss (network, theta, samples, s);
  G = double (reshape (grad(1:num_outputs * num_inputs), num_outputs, num_inputs));
end
