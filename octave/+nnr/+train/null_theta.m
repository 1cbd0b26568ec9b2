## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## theta = nnr.train.null_theta (problem, s)
##
## The parameters of the best constant model for a linear PROBLEM (nnr.train.make_problem): weights
## 0, biases of nnr.train.null_biases. The biases of classes have the mean 0, as in glmnet: a
## constant added to all of them changes nothing. A class without samples does not count in it; for
## Adam it begins like one with half a sample, or a later training could not bring it back.

function theta = null_theta (problem, s)
  [train, sizes] = deal (problem.Train, problem.Network.Sizes);
  train.NumOutputs = sizes(end);
  biases = nnr.train.null_biases (train, double (train.Rows(:)) + 1, s);
  if (strcmp (s.Task, 'classification'))
    present = biases > log (realmin (s.Precision));
    if (strcmp (s.Solver, 'adam'))
      biases(! present) = -log (2 * numel (train.Rows));
    end
    biases -= mean (biases(present));
  end
  theta = feval (s.Precision, [zeros(sizes(1) * sizes(end), 1); biases]);
end
