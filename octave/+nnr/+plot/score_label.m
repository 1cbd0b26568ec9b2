## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [label, factor] = nnr.plot.score_label (name)
##
## What pictures write for the score NAME, and the factor by which they multiply it.

function [label, factor] = score_label (name)
  [label, factor] = deal (name, 1);
  switch (name)
    case 'Accuracy'
      [label, factor] = deal ('accuracy (%)', 100);
    case {'RMSE', 'MeanRMSE'}
      label = [name ' (units of y)'];
    case 'Loss'
      label = 'data loss';
  end
end
