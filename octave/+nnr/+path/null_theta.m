## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## theta = nnr.path.null_theta (fit, s, rows)
##
## The parameters of the best constant model for the samples ROWS ([]: all) of a linear path's FIT
## (nnr.train.scale_data).

function theta = null_theta (fit, s, rows)
  samples = nnr.data.make_samples (fit.Data, fit.Targets, rows);
  sizes = [fit.Data.NumInputs, fit.Targets.NumOutputs];
  theta = nnr.train.null_theta (struct ('Train', samples, 'Network', struct ('Sizes', sizes)), s);
end
