## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## truth = nnr.model.truth (model, y, num_samples)
##
## The user's y, checked: the classes 1..K of a classification (N-by-1), or the responses (N-by-R).

function truth = truth (model, y, num_samples)
  if (strcmp (model.Task, 'classification'))
    truth = nnr.targets.class_indices ('y', y, model.ClassNames, num_samples);
  else
    truth = nnr.targets.response_matrix ('y', y, [num_samples, rows(model.Biases{end})]);
  end
end
