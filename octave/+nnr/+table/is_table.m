## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.table.is_table (X)
##
## Whether X, given where a matrix may stand, is meant as a table: a struct, a cell with a header
## row, or an object of a class "table". nnr.table.read says what is wrong with one.

function yes = is_table (X)
  yes = isstruct (X) || iscell (X) || (isobject (X) && strcmp (class (X), 'table'));
end

%!assert (nnr.table.is_table (struct ("a", [1; 2])))
%!assert (nnr.table.is_table ({"a"; 1; 2}))
%!assert (! nnr.table.is_table ([1, 2]))
%!assert (! nnr.table.is_table ("abc"))
