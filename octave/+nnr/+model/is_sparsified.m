## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.model.is_sparsified (x)
##
## Whether X looks like the result of nnreg_sparsify; nnr.model.result_fault checks the values.

function yes = is_sparsified (x)
  yes = isstruct (x) && isscalar (x) ...
        && all (isfield (x, {'Target', 'DenseScore', 'RoundLambda', 'Model'}));
end

%!assert (nnr.model.is_sparsified (struct ("Model", 1)), false)
%!assert (nnr.model.is_sparsified (3), false)
