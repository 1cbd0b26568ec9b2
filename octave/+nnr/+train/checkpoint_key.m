## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [names, sums] = nnr.train.checkpoint_key (problem, state, s)
##
## What a training depends on: the options and data by name, and a checksum of each, columns
## of cells. Left out is what later epochs may have other values of: nnr.train.resume compares these
## for the epochs that are trained.
##
## An error names the first that differs, so the InitialModel comes first: other options follow
## from it.

function [names, sums] = checkpoint_key (problem, state, s)
  data = {'X', problem.Train.Data; 'y or Weights', rmfield(problem.Train, 'Data'); ...
          'ValidationData', problem.Validation};
  if (is_function_handle (s.Lambda))
    s.Lambda = 'a function of the epoch';       # the number would be judged otherwise
  end
  [names, sums] = nnr.options.key (s, data, 'fit', '!later');
  start = [];
  if (! isempty (s.InitialModel))
    start = state.Theta;
  end
  names = [{'InitialModel'}; names];
  sums = [{nnr.files.checksum(start)}; sums];
end
