## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [theta, accuracy] = nnr.path.null_theta (fit, s, rows)
##
## The parameters of the best model on the samples ROWS ([]: all) of a linear path's FIT
## (nnr.train.scale_data) whose inputs have no penalty; most often that is a constant. ACCURACY is
## that of its gradient.

function [theta, accuracy] = null_theta (fit, s, rows)
  samples = nnr.data.make_samples (fit.Data, fit.Targets, rows);
  sizes = [fit.Data.NumInputs, fit.Targets.NumOutputs];
  theta = nnr.train.null_theta (struct ('Train', samples, 'Network', struct ('Sizes', sizes)), s);
  accuracy = eps (s.Precision);
  if (any (s.PenaltyFactor == 0))
    [theta, accuracy] = with_free_inputs (theta, samples, fit.Targets.NumOutputs, s);
  end
end

function [theta, accuracy] = with_free_inputs (theta, samples, num_outputs, s)
  s.PenaltyFactor(s.PenaltyFactor > 0) = Inf;
  [s.Lambda, s.Verbose, s.Solver, s.L1Method] = deal (1, 0, 'fista', 'proximal');
  s.Tolerance = s.Tolerance / 100;
  accuracy = max (eps (s.Precision), s.Tolerance);
  problem = nnr.train.make_problem (s, samples, [], num_outputs);
  state = nnr.train.start_state (problem, s, theta);
  warning ('off', 'nnreg:notConverged', 'local');
  theta = nnr.train.run (problem, state, s);
end
