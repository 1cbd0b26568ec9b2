## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## groups = nnr.table.spans (T, at)
##
## The places AT of columns in groups (a cell of rows) whose numbers fit into a matrix of moderate
## memory: one operation for all columns of a group is quicker than one for each of thousands.

function groups = spans (T, at)
  most_numbers = 2 ^ 22;
  width = max (1, floor (most_numbers / T.NumRows));
  if (isempty (at))
    groups = cell (1, 0);
    return
  end
  starts = 1:width:numel (at);
  groups = mat2cell (at(:).', 1, diff ([starts, numel(at) + 1]));
end

%!assert (nnr.table.spans (struct ("NumRows", 2 ^ 20), 3:11), {3:6, 7:10, 11})
%!assert (nnr.table.spans (struct ("NumRows", 2 ^ 30), [4, 2]), {4, 2})
%!assert (nnr.table.spans (struct ("NumRows", 10), 1:5), {1:5})
%!assert (size (nnr.table.spans (struct ("NumRows", 10), [])), [1, 0])
