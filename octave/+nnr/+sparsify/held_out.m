## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [samples, problem, theta] = nnr.sparsify.held_out (t, model)
##
## The samples held out, and the MODEL as the core takes it: PROBLEM has them as those to train on.

function [samples, problem, theta] = held_out (t, model)
  s = t.Settings;
  [s.InitialModel, s.LayerSizes] = deal (model, model.LayerSizes);
  d = nnr.sparsify.data_of (t, model);
  [train, samples] = nnr.train.validation_samples (d, s);
  problem = nnr.train.make_problem (s, train, [], d.Targets.NumOutputs);
  state = nnr.train.start_state (problem, s);
  theta = state.Theta;
  problem.Train = samples;
end
