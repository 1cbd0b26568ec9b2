## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.model.is_path (x)
##
## Whether X looks like the result of nnreg_path; nnr.model.result_fault checks the values.

function yes = is_path (x)
  yes = isstruct (x) && isscalar (x) ...
        && all (isfield (x, {'Lambda', 'Zeros', 'LiveInputs', 'ScoreName'}));
end

%!assert (nnr.model.is_path (struct ("Lambda", 1)), false)
%!assert (nnr.model.is_path (3), false)
