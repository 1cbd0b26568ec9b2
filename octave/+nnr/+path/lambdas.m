## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## lambdas = nnr.path.lambdas (p, d, s)
##
## The lambdas of a path in the order in which it visits them (ascending unless it falls): the
## user's, or NumLambda from the largest that matters to LambdaRatio times it, evenly on a
## logarithmic scale.

function lambdas = lambdas (p, d, s)
  lambdas = p.Lambda;
  if (isempty (lambdas))
    if (isempty (s.LayerSizes))
      top = largest_lambda (d, s);
      ratio = merge (d.Data.NumInputs > d.Data.NumSamples, 1e-2, 1e-4);
    else
      top = nnr.path.pilot_lambda (d, s);
      ratio = 1e-3;
    end
    if (! isnan (p.LambdaRatio))
      ratio = p.LambdaRatio;
    end
    lambdas = top * ratio .^ ((p.NumLambda - 1:-1:0) / max (1, p.NumLambda - 1));
  end
  if (p.Falls)
    lambdas = fliplr (lambdas);
  end
end

## The least lambda at which all weights of a linear model are zero that have a penalty.
function lambda = largest_lambda (d, s)
  [theta, accuracy] = nnr.path.null_theta (d, s, []);
  entry = nnr.train.entry_lambdas (nnr.path.data_gradient (d, s, theta, []), s, []);
  entry = entry(entry < Inf);
  ## A little above, or rounding might leave a weight.
  lambda = max ([entry, 0]) * (1 + 100 * accuracy);
  nnr.path.check_largest (lambda, s);
end
