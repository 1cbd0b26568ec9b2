## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [problem, theta, d] = nnr.sparsify.as_problem (t, model)
## [problem, theta, d] = nnr.sparsify.as_problem (t, model, d)
##
## The MODEL as the core takes it, by the settings T (nnr.sparsify.open): the PROBLEM has the
## samples of all rows, D is their packed data, which who has them gives (nnr.sparsify.data_of).

function [problem, theta, d] = as_problem (t, model, d)
  s = t.Settings;
  [s.InitialModel, s.LayerSizes] = deal (model, model.LayerSizes);
  if (nargin < 3)
    d = nnr.sparsify.data_of (t, model);
  end
  samples = nnr.data.make_samples (d.Data, d.Targets, []);
  problem = nnr.train.make_problem (s, samples, [], d.Targets.NumOutputs);
  state = nnr.train.start_state (problem, s);
  theta = state.Theta;
end
