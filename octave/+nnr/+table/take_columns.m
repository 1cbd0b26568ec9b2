## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [X, o] = nnr.table.take_columns (X, o, names)
##
## Of a table X the options NAMES in the struct O may name a column: O gets the column, and X is
## without it. Anything else stays as it is.

function [X, o] = take_columns (X, o, names)
  if (! nnr.table.is_table (X))
    return
  end
  for name = names
    value = o.(name{1});
    if (ischar (value) && isrow (value))
      X = nnr.table.read ('X', X);
      at = nnr.table.find_columns (X, value, name{1});
      o.(name{1}) = nnr.table.column (X, at);
      X = nnr.table.pick (X, setdiff (1:numel (X.Names), at), []);
    end
  end
end

%!test
%! T = struct ("a", [1; 2], "who", {{"u"; "v"}}, "day", [5; 4]);
%! [X, o] = nnr.table.take_columns (T, struct ("G", "who", "T", [7; 8]), {"G", "T"});
%! assert ({X.Names, o.G, o.T}, {{"a", "day"}, {"u"; "v"}, [7; 8]});
%! [X, o] = nnr.table.take_columns ([1; 2], struct ("G", "who"), {"G"});
%! assert ({X, o.G}, {[1; 2], "who"});
%!error <^G: the table has no column "wo"; did you mean "who"\?$>
%! nnr.table.take_columns (struct ("who", [1; 2]), struct ("G", "wo"), {"G"});
