## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Part 3.  Cross-validated errors of a linear model with an L2 penalty.
##
##   X, y     N-by-D and N-by-1
##   lambdas  L numbers
##   folds    N-by-1, numbers from 1 to K (of fold_numbers)
##   errors   L-by-K: the root mean squared error on the samples of fold k of the model with
##            lambdas(l) that was fitted to all other samples
##
## Here nnreg does the fitting:
##   model = nnreg_fit (Xt, yt, 'Task', 'regression', 'LayerSizes', [], 'Penalty', 'l2', ...
##                      'Lambda', lambda, 'StandardizeY', false, 'Verbose', 0);
##   yhat = nnreg_predict (model, Xv);

function errors = cv_errors (X, y, lambdas, folds)
  errors = zeros (numel (lambdas), max (folds));
  ## ---- your code: fill in errors ----

  ## -----------------------------------
end
