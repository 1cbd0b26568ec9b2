## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## some = nnr.train.source_rows (source, X, table, kept, wanted)
##
## The rows WANTED of the user's data SOURCE, for a training of their own. X, TABLE (nnr.table.of)
## and KEPT are what nnr.train.open_data made of them; WANTED are rows of X. Of a table there are
## only the predictors, in the form of nnr.table.read.

function some = source_rows (source, X, table, kept, wanted)
  at = wanted;
  if (! isempty (kept))
    at = kept(wanted);
  end
  if (isempty (table))
    some = X(wanted,:);
  elseif (strcmp (table.Source, 'matrix'))
    some = source(at,:);
  else
    T = nnr.table.read ('X', source);
    some = nnr.table.pick (T, nnr.table.find_columns (T, table.Predictors, 'X'), at);
  end
end

%!assert (nnr.train.source_rows ([], [4; 5; 6], [], [2; 4; 5], [1; 3]), [4; 6])
%!test
%! T = struct ("a", [1; 2; 3], "y", [0; 1; 0]);
%! some = nnr.train.source_rows (T, [1; 3], struct ("Source", "table", "Predictors", {{"a"}}), ...
%!                               [1; 3], 2);
%! assert ({some.Names, some.Values}, {{"a"}, {3}});
%!assert (nnr.train.source_rows ([1; NaN; 3], [1; 3], struct ("Source", "matrix"), [2; 3], 1), NaN)
