## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.table.named_column (T, value, option)
##
## The column of the table T (nnr.table.read) that VALUE of an OPTION names; any other VALUE stays.

function value = named_column (T, value, option)
  if (ischar (value) && isrow (value))
    value = nnr.table.column (T, nnr.table.find_columns (T, value, option));
  end
end

%!test
%! T = nnr.table.read ("T", struct ("a", [1; 2], "w", [3; 4]));
%! assert (nnr.table.named_column (T, "w", "Weights"), [3; 4]);
%! assert (nnr.table.named_column (T, [5; 6], "Weights"), [5; 6]);
%! assert (nnr.table.named_column (T, [], "Weights"), []);
%!error <^Weights: the table has no column "v"; its columns are a, w$>
%! T = nnr.table.read ("T", struct ("a", [1; 2], "w", [3; 4]));
%! nnr.table.named_column (T, "v", "Weights");
