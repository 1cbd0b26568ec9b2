## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## m = nnr.metrics.regression_metrics (Y, Yhat, weights)
##
## The metrics of a regression, as a struct.
##
## Y and Yhat are N-by-R and finite, WEIGHTS N-by-1 or empty (all 1). The arguments are not
## checked. The help of nnreg_metrics has fields and formulas.

function m = regression_metrics (Y, Yhat, weights)
  Y = double (Y);
  given = weights;
  if (isempty (weights))
    weights = ones (rows (Y), 1);
  end
  total = sum (weights);
  residual = Y - double (Yhat);
  m.Task = 'regression';
  m.NumSamples = rows (Y);
  m.MSE = sum (weights .* residual .^ 2, 1) / total;
  m.RMSE = sqrt (m.MSE);
  m.MAE = sum (weights .* abs (residual), 1) / total;
  spread = variance (Y, weights);
  m.R2 = 1 - m.MSE ./ spread;
  if (rows (Y) < 2)
    m.R2(:) = NaN;
  end
  for name = {'MSE', 'RMSE', 'MAE'}
    m.(['Mean' name{1}]) = mean (m.(name{1}));
  end
  m.MeanR2 = mean (finite_r2 (m, spread));
  m.Predictions = struct ('True', Y, 'Predicted', double (Yhat), 'Weights', given);
end

## R2 with 1 or 0 for a constant response, right or not, as scikit-learn has it by default: one
## such fold must not decide a search.
function r2 = finite_r2 (m, spread)
  r2 = m.R2;
  if (m.NumSamples > 1)
    r2(spread == 0) = m.MSE(spread == 0) == 0;
  end
end

function v = variance (Y, weights)
  centre = sum (weights .* Y, 1) / sum (weights);
  v = sum (weights .* (Y - centre) .^ 2, 1) / sum (weights);
  ## The rounded mean of a constant response would give it a variance.
  used = Y(weights > 0,:);
  v(all (used == used(1,:), 1)) = 0;
end

%!test
%! m = nnr.metrics.regression_metrics ([1, 5; 2, 5; 3, 5], [1, 5; 2, 5; 5, 5], []);
%! assert (m.MSE, [4/3, 0], eps);
%! assert (m.RMSE, [sqrt(4/3), 0], eps);
%! assert (m.MAE, [2/3, 0], eps);
%! assert (m.R2, [-1, NaN], 4 * eps);
%! assert (m.MeanR2, 0, 4 * eps);
%!test # 0.1 has no exact mean, yet the response is constant
%! m = nnr.metrics.regression_metrics (0.1 * ones (7, 1), 0.2 * ones (7, 1), []);
%! assert ({m.R2, m.MeanR2}, {-Inf, 0});
%!test
%! m = nnr.metrics.regression_metrics (3, 4, []);
%! assert ({m.MSE, m.R2, m.MeanR2}, {1, NaN, NaN});
