## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 3.  Cross-validated errors of a linear model with an L2 penalty.
##
##   X, y     N-by-D and N-by-1
##   lambdas  L numbers
##   folds    N-by-1, numbers from 1 to K (from fold_numbers)
##   errors   L-by-K: fit the model with lambdas(l) to all samples that are not in fold k;
##            errors(l, k) is its root mean squared error on the samples of fold k
##
## Use nnreg to fit the model:
##   model = nnreg_fit (Xt, yt, 'Task', 'regression', 'LayerSizes', [], 'Penalty', 'l2', ...
##                      'Lambda', lambda, 'StandardizeY', false, 'Verbose', 0);
##   yhat = nnreg_predict (model, Xv);

function errors = cv_errors (X, y, lambdas, folds)
  errors = zeros (numel (lambdas), max (folds));
  ## ---- your code: fill in errors ----

  ## -----------------------------------
end
