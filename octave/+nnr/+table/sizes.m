## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## sizes = nnr.table.sizes (X)
##
## The numbers of rows and of columns of X, a matrix or a table (with the response, if it is there).

function sizes = sizes (X)
  sizes = size (X);
  if (nnr.table.is_table (X))
    T = nnr.table.read ('X', X);
    sizes = [T.NumRows, numel(T.Names)];
  end
end

%!assert (nnr.table.sizes (ones (3, 2)), [3, 2])
%!assert (nnr.table.sizes (struct ("a", [1; 2; 3], "b", {{"x"; "y"; "z"}})), [3, 2])
