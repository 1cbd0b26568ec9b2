## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.grid.common_names (params)
##
## The options that every candidate sets itself, a row cell.

function names = common_names (params)
  names = fieldnames (params{1}).';
  names = names(cellfun (@(name) all (cellfun (@(p) isfield (p, name), params)), names));
end

%!assert (nnr.grid.common_names ({struct("A", 1, "B", 2), struct("B", 3)}), {"B"})
