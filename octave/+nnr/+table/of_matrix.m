## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## T = nnr.table.of_matrix (X, names)
##
## A full matrix X as nnr.table.read returns tables: every column a number. NAMES are those of the
## columns, {} for x1, x2, ...

function T = of_matrix (X, names)
  nnr.data.check ('X', X, []);
  if (issparse (X))
    error ('nnreg:badArgument', '"Missing", "median" needs a full X, got %s', ...
           nnr.words.show_value (X));
  elseif (isempty (names))
    names = arrayfun (@(k) sprintf ('x%d', k), 1:columns (X), 'UniformOutput', false);
  end
  [row, column] = find (isinf (X), 1);
  if (! isempty (row))
    error ('nnreg:badData', 'X(%d,%d) is %g; only NaN is a gap', row, column, X(row,column));
  end
  [kinds, levels, classes] = deal (cell (1, columns (X)));
  [kinds(:), levels(:), classes(:)] = deal ({'number'}, {{}}, {class(X)});
  T = struct ('Names', {names(:).'}, 'Kinds', {kinds}, 'Values', {num2cell(double (X), 1)}, ...
              'Levels', {levels}, 'Classes', {classes}, 'NumRows', rows (X));
end

%!test
%! T = nnr.table.of_matrix ([1 NaN; 3 4], {});
%! assert ({T.Names, T.Values}, {{"x1", "x2"}, {[1; 3], [NaN; 4]}});
%!error <^"Missing", "median" needs a full X, got a 2x2 double sparse matrix$>
%! nnr.table.of_matrix (speye (2), {});
%!error <^X\(1,2\) is Inf; only NaN is a gap$> nnr.table.of_matrix ([1 Inf], {});
