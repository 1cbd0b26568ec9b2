## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## scale = nnr.train.residual_scale (X, Y, weights, rows, centred)
##
## How far responses spread around what a linear model of X says of them, whatever a few of them
## are: 1-by-R, in the units of Y (N-by-R). WEIGHTS are those of the samples ROWS and sum to 1;
## CENTRED: the model has an intercept.
##
## It is the scale of R's rlm (package MASS, its defaults): the model minimises Huber's loss with
## the threshold 1.345 times the scale, and the scale is the robust one of its errors
## (nnr.targets.robust_scale). Both are found together by Huber's steps of modified residuals
## (Huber, Robust Statistics, 1981, section 7.8), which need the products of X's columns once.
##
## Of more than 20,000 samples, 20,000 are drawn. A model with half as many columns as samples, or
## with more than 1000, would say too little about the errors or take too long: then it is the
## spread around the median. The scale is at least a hundredth of that.

function scale = residual_scale (X, Y, weights, rows, centred)
  [most_rows, most_columns, few] = deal (20000, 1000, 0.01);
  if (numel (rows) > most_rows)
    stream = 7;
    kept = sort (double (__nnreg_shuffle__ (numel (rows), 0, stream)(1:most_rows)));
    [rows, weights] = deal (rows(kept), weights(kept));
    weights /= sum (weights);
  end
  Y = double (Y(rows,:));
  scale = spread (Y, weights, centred);
  if (columns (X) <= min (most_columns, numel (rows) / 2 - 1))
    A = standard_columns (X(rows,:), weights, centred);
    scale = scale_of_model (A, Y ./ scale, weights, few) .* scale;
  end
end

## Around the median; 1 for a constant.
function scale = spread (Y, weights, centred)
  Y = Y - centred * nnr.targets.weighted_medians (Y, weights);
  scale = nnr.targets.robust_scale (Y, weights);
  scale(scale == 0) = 1;
end

## X standardised, without constant columns, and with a column of ones.
function A = standard_columns (X, weights, centred)
  A = double (full (X));
  A = A - centred * (weights.' * A);
  deviation = sqrt (weights.' * A .^ 2);
  varies = deviation > 1e-12 * max (abs (double (full (X))), [], 1);
  A = [A(:,varies) ./ deviation(varies), ones(rows (A), centred)];
end

function scale = scale_of_model (A, Y, weights, least)
  weighted = (weights .* A).';
  root = chol (weighted * A + 1e-9 * eye (columns (A)));
  [coefficients, scale] = deal (zeros (columns (A), columns (Y)), Inf);
  for k = 1:200
    errors = Y - A * coefficients;
    before = scale;
    scale = max (nnr.targets.robust_scale (errors, weights), least);
    if (max (abs (scale - before) ./ scale) < 1e-7)
      return
    end
    bound = 1.345 * scale;
    pull = weighted * max (-bound, min (bound, errors));
    coefficients = coefficients + root \ (root.' \ pull);
  end
end
