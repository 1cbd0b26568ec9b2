## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.model.has_intercept (model)
##
## Whether the MODEL was trained with an intercept.

function yes = has_intercept (model)
  yes = ! (isfield (model.Settings, 'Intercept') && isequal (model.Settings.Intercept, false));
end

%!assert (nnr.model.has_intercept (struct ('Settings', struct ()))) # of an older nnreg
%!assert (! nnr.model.has_intercept (struct ('Settings', struct ('Intercept', false))))
