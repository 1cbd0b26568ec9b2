## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## kinds = nnr.data.table_kinds ()
##
## What a column of a table may be, a cell row in the order of the core's nnreg_column_kind.

function kinds = table_kinds ()
  kinds = {'number', 'logical', 'text'};
end

%!assert (nnr.data.table_kinds (), {'number', 'logical', 'text'})
