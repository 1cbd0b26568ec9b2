## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [average, scale, only_for_solver] = nnr.train.input_scales (found, s)
##
## The means and scales to pack X by, [] for as it is. ONLY_FOR_SOLVER is true if the model should
## not know of them: the exact solver gets columns that lie far from 0 centred.
## FOUND is from nnr.data.scan.

function [average, scale, only_for_solver] = input_scales (found, s)
  average = found.Mean;
  scale = found.Scale;
  only_for_solver = false;
  if (! isempty (s.InitialModel) && ! isempty (s.InitialModel.InputMean))
    [average, scale] = deal (s.InitialModel.InputMean(:), s.InitialModel.InputScale(:));
    return
  elseif (strcmp (s.Standardize, 'range'))
    [scale(:), average(:)] = deal (range_of (found), 0);
  elseif (! s.Standardize)
    scale(:) = 1;
    only_for_solver = ! strcmp (s.Solver, 'adam') && ! nnr.train.is_fixed_at_zero (s) ...
                      && nnr.data.lies_far (found);
    if (! only_for_solver)
      [average, scale] = deal ([]);
    end
  end
  if (nnr.train.is_fixed_at_zero (s))
    average(:) = 0;
  end
end

## The largest absolute value of the columns that vary; 1 if all values are 0.
function range = range_of (found)
  range = max ([found.Largest(! found.Constant); 0]);
  if (range == 0)
    range = max (found.Largest);
  end
  if (range == 0)
    range = 1;
  end
end
