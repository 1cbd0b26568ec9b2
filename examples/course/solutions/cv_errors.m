## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 3.  Cross-validated errors of a linear model with an L2 penalty.

function errors = cv_errors (X, y, lambdas, folds)
  errors = zeros (numel (lambdas), max (folds));
  for l = 1:numel (lambdas)
    for k = 1:max (folds)
      out = folds == k;
      model = nnreg_fit (X(! out,:), y(! out), 'Task', 'regression', 'LayerSizes', [], ...
                         'Penalty', 'l2', 'Lambda', lambdas(l), 'StandardizeY', false, ...
                         'Verbose', 0);
      misses = nnreg_predict (model, X(out,:)) - y(out);
      errors(l,k) = sqrt (mean (misses .^ 2));
    end
  end
end
