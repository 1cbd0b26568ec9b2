## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.model.is_search (x)
##
## Whether X looks like the result of nnreg_gridsearch; nnr.model.result_fault checks the values.

function yes = is_search (x)
  yes = isstruct (x) && isscalar (x) && all (isfield (x, {'Results', 'BestIndex', 'ScoreName'}));
end

%!assert (nnr.model.is_search (struct ("Results", 1)), false)
%!assert (nnr.model.is_search (3), false)
