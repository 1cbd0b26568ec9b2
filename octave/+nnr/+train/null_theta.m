## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## theta = nnr.train.null_theta (problem, s)
##
## The parameters of the best constant model for a linear PROBLEM (nnr.train.make_problem): weights
## 0, biases of nnr.train.null_biases. The biases of classes have the mean 0, as in glmnet: a
## constant added to all of them changes nothing. A class without samples does not count in it. Its
## share is not 0 here: for Adam it is half a sample, or a later training could hardly bring it
## back; for the exact solver its gradient must be below the Tolerance and what rounding allows.

function theta = null_theta (problem, s)
  [train, sizes] = deal (problem.Train, problem.Network.Sizes);
  train.NumOutputs = sizes(end);
  [~, rows] = nnr.targets.relative_weights (train, [], double (train.Rows(:)) + 1);
  biases = nnr.train.null_biases (train, rows, s);
  if (strcmp (s.Task, 'classification') && s.Intercept)
    present = biases > log (realmin (s.Precision));
    share = max (s.Tolerance / 100, 8 * eps (s.Precision));
    if (strcmp (s.Solver, 'adam'))
      share = 0.5 / numel (rows);
    end
    biases(! present) = log (share);
    biases -= mean (biases(present));
  end
  theta = feval (s.Precision, [zeros(sizes(1) * sizes(end), 1); biases]);
end
