## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## p = nnr.train.make_problem (s, train, validation, num_outputs)
## p = nnr.train.make_problem (s, train, validation, num_outputs, known)
##
## The struct that defines a training for the gateways: by the settings S on the samples TRAIN,
## validated on VALIDATION (empty: not validated). KNOWN has the penalty, if it is worked out
## already: a cell with what nnr.options.penalty returns.

function p = make_problem (s, train, validation, num_outputs, known)
  network = nnr.model.make_network (s, train.Data.NumInputs, num_outputs);
  if (nargin > 4)
    [penalty, scales] = known{:};
  else
    [penalty, scales] = nnr.options.penalty (s, numel (network.Sizes) - 1, train.Data.Columns);
  end
  p = struct ('Solver', s.Solver, 'Tolerance', s.Tolerance, ...
              'Network', network, 'Penalty', penalty, 'Train', train, ...
              'Validation', {validation}, 'ValidateLastOnly', 0, ...
              'Beta1', s.Beta1, 'Beta2', s.Beta2, 'Epsilon', s.Epsilon, ...
              'BatchSize', s.BatchSize, 'LearnRates', nnr.options.learn_rates (s), ...
              'LambdaScales', scales, ...
              'Seed', s.Seed, 'Shuffle', double (s.Shuffle), ...
              'KeepZeros', double (s.KeepZeros), 'Intercept', double (s.Intercept));
end
