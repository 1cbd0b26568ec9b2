## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.train.state_numbers ()
##
## The fields of a training's state that are numbers, in a row.

function names = state_numbers ()
  names = {'Step', 'Epoch', 'Position', 'LossSum', 'MetricSum', 'WeightSum', 'Seconds', ...
           'Curvature', 'Momentum', 'Converged'};
end
