## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.targets.match (argument, y, weights, num_samples, t, s)
##
## The targets of other samples, with the classes, means and scales of the targets T of a training.

function t = match (argument, y, weights, num_samples, t, s)
  t.Weights = nnr.targets.metric_weights (weights, num_samples);
  if (strcmp (s.Task, 'classification'))
    idx = nnr.targets.class_indices (argument, y, t.ClassNames, num_samples);
    t.Labels = int32 (idx - 1);
  else
    Y = double (nnr.targets.response_matrix (argument, y, [num_samples, t.NumOutputs]));
    t.Y = Y;
    t.Responses = nnr.targets.standard_responses (Y, t, s.Precision);
  end
end
