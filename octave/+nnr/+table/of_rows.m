## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [part, same] = nnr.table.of_rows (X, table, wanted)
##
## The matrix that X would be if its preparation were learned from the rows WANTED alone, with the
## same columns. TABLE is from nnr.train.open_data, [] for data that were a matrix. SAME is true if
## PART is X.

function [part, same] = of_rows (X, table, wanted)
  [part, same] = deal (X, true);
  if (isempty (table) || table.Fixed)
    return
  end
  [own, same] = nnr.table.learn_again (table.Recipe, table.T, wanted, table.Weights);
  if (! same)
    part = nnr.table.apply (table.Recipe, table.T, own);
  end
end

%!test
%! T = nnr.table.read ("T", struct ("a", [1; 3; NaN; 8]));
%! t = struct ("T", T, "Recipe", nnr.table.learn (T, "table", [], []), "Weights", [], ...
%!             "Fixed", false);
%! X = nnr.table.apply (t.Recipe, T);
%! [part, same] = nnr.table.of_rows (X, t, [1, 3, 4]);
%! assert ({part, same}, {[1 0; 3 0; 4.5 1; 8 0], false});
%! [part, same] = nnr.table.of_rows (X, t, [1, 2, 4]);
%! assert ({part, same}, {[1 0; 3 0; 3 0; 8 0], false});
%! t.Fixed = true;
%! [part, same] = nnr.table.of_rows (X, t, [1, 3, 4]);
%! assert ({part, same}, {X, true});
%! assert (nnr.table.of_rows (X, [], [1, 3, 4]), X);
