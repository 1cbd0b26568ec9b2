## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.options.selects (u)
##
## Whether the penalty U (nnr.options.unit_penalty) leaves most weights of many inputs at zero, so
## that a solver may look at the others alone.

function yes = selects (u)
  least_share = 0.05;
  yes = u.L1 >= least_share || u.ByInput;
end

%!assert (nnr.options.selects (nnr.options.unit_penalty ("group", 0)))
%!assert (nnr.options.selects (nnr.options.unit_penalty ("elasticnet", 0.05)))
%!assert (! nnr.options.selects (nnr.options.unit_penalty ("l2", 0)))
