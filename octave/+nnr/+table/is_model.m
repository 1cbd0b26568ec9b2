## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.table.is_model (X)
##
## Whether X, where a table may be, is meant as a model. A table may have columns of these names.

function yes = is_model (X)
  yes = isstruct (X) && isscalar (X) && all (isfield (X, {'Weights', 'Biases'})) ...
        && iscell (X.Biases);
end

%!assert (nnr.table.is_model (struct ("Weights", {{1}}, "Biases", {{2}})))
%!assert (! nnr.table.is_model (struct ("Weights", [1; 2], "Biases", [3; 4])))
%!assert (! nnr.table.is_model (repmat (struct ("Weights", 1, "Biases", {{2}}), 1, 2)))
