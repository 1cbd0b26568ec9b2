## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [errors, responses, weights] = nnr.train.training_errors (theta, problem, s)
##
## What the parameters THETA of a regression leave of the RESPONSES of the samples to train on, both
## N-by-R in the units of the standardised responses, and the samples' WEIGHTS, whose sum is 1.

function [errors, responses, weights] = training_errors (theta, problem, s)
  samples = problem.Train;
  [weights, rows] = nnr.targets.relative_weights (samples, samples.Weights, ...
                                                  double (samples.Rows(:)) + 1);
  outputs = nnr.model.packed_outputs (problem.Network, theta, samples.Data, rows, s.Threads);
  responses = double (samples.Responses(:,rows)).';
  errors = responses - double (outputs);
end
