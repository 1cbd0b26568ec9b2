## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [names, start] = nnr.train.state_numbers ()
##
## The numbers in the state of a training, by the names of the core's fields (nnreg_state in
## nnreg.h), and what they are before the first step: two row cells.

function [names, start] = state_numbers ()
  fields = {'Step', 0; 'Epoch', 0; 'Position', 0; 'LossSum', 0; 'MetricSum', 0; 'WeightSum', 0; ...
            'Seconds', 0; 'Curvature', 1; 'Momentum', 1; 'Converged', 0};
  [names, start] = deal (fields(:,1).', fields(:,2).');
end
