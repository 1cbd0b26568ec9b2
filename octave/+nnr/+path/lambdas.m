## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## lambdas = nnr.path.lambdas (p, d, s)
##
## The lambdas of a path in the order in which it is followed: the user's, or NumLambda of them
## from the largest that matters down to LambdaRatio times that (up, where the path does not fall),
## evenly on a logarithmic scale.

function lambdas = lambdas (p, d, s)
  lambdas = p.Lambda;
  if (isempty (lambdas))
    if (isempty (s.LayerSizes))
      top = nnr.path.largest_lambda (d, s);
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
