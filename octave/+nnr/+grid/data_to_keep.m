## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## data = nnr.grid.data_to_keep (X, s)
##
## What a study keeps of the data X of a search by the settings S: X, or the table that X was.
## nnr.grid.reopen_data reads it.

function data = data_to_keep (X, s)
  data = X;
  table = nnr.table.of (s);
  if (! isempty (table))
    data = table;
  end
end
