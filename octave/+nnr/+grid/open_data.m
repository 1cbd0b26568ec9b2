## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [X, y, s, candidates, kept] = nnr.grid.open_data (X, y, s, candidates)
##
## The data of a search as nnr.train.open_data returns them, for the settings S that all candidates
## have in common, and for the settings of the CANDIDATES (nnr.grid.make_candidates). One recipe
## serves all.

function [X, y, s, candidates, kept] = open_data (X, y, s, candidates)
  [X, y, opened, kept] = nnr.train.open_data (X, y, candidates(1).Settings);
  [s.Weights, s.Table] = deal (opened.Weights, nnr.table.of (opened));
  for k = 1:numel (candidates)
    candidates(k).Settings.Weights = s.Weights;
    candidates(k).Settings = nnr.train.use_table (candidates(k).Settings, s.Table);
  end
end
