## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [names, sums] = nnr.train.checkpoint_key (problem, state, s)
##
## What a training depends on: the options and data by name, and a checksum of each, columns
## of cells.

function [names, sums] = checkpoint_key (problem, state, s)
  data = {'X', problem.Train.Data; 'y or Weights', rmfield(problem.Train, 'Data'); ...
          'ValidationData', problem.Validation; 'InitialModel', state.Theta};
  [names, sums] = nnr.options.key (s, data, 'fit');
end
