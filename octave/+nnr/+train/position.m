## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## share = nnr.train.position (problem, state)
##
## Which share of its epoch a training has done.

function share = position (problem, state)
  total = numel (problem.Train.Rows);
  if (total == 0)
    total = problem.Train.Data.NumSamples;
  end
  share = state.Position / total;
end
