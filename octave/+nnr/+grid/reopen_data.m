## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [X, candidates] = nnr.grid.reopen_data (source, candidates)
##
## The data X of a search out of what its study has kept (nnr.grid.data_to_keep), and the CANDIDATES
## with them, as nnr.grid.open_data returns both.

function [X, candidates] = reopen_data (source, candidates)
  [X, table] = deal (source, []);
  if (isstruct (source))
    table = source;
    X = nnr.table.apply (table.Recipe, table.T);
  end
  for k = 1:numel (candidates)
    candidates(k).Settings = nnr.train.use_table (candidates(k).Settings, table);
  end
end
