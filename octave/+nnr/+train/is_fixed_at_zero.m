## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.train.is_fixed_at_zero (s)
##
## Whether the settings S are for a linear model without an intercept, whose inputs must not be
## shifted.

function yes = is_fixed_at_zero (s)
  yes = ! s.Intercept && isempty (s.LayerSizes);
end
