## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.path.check_largest (lambda, s)
##
## Raises an error if the LAMBDA at which the first weight leaves 0 is 0: no lambda matters.

function check_largest (lambda, s)
  if (lambda > 0)
    return
  elseif (! isempty (s.PenaltyFactor) && all (s.PenaltyFactor == 0))
    error ('nnreg:badArgument', ['PenaltyFactor is 0 for all inputs, so no lambda matters and ' ...
                                 'there is no path to follow']);
  elseif (! isempty (s.PenaltyFactor) && all (s.PenaltyFactor == 0 | s.PenaltyFactor == Inf))
    error ('nnreg:badArgument', ['PenaltyFactor is 0 or Inf for all inputs, so no lambda ' ...
                                 'matters and there is no path to follow']);
  end
  error ('nnreg:badData', 'no column of X varies together with y, so there is no path to follow');
end
