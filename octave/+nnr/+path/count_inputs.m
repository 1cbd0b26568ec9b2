## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## counts = nnr.path.count_inputs (selected, table)
##
## How many inputs each point of a path uses, a row: the columns of X in each cell of SELECTED, or
## if X was made of a TABLE (nnr.table.of), the columns of the table that they come from.

function counts = count_inputs (selected, table)
  counts = cellfun ('numel', selected);
  if (! isempty (table) && any (diff (sort (table.Block)) == 0))
    counts = cellfun (@(live) numel (unique (table.Block(live))), selected);
  end
end

%!assert (nnr.path.count_inputs ({[1, 2, 4], []}, []), [3, 0])
%!assert (nnr.path.count_inputs ({[1, 2, 4], []}, struct ("Block", [1, 1, 2, 3])), [2, 0])
