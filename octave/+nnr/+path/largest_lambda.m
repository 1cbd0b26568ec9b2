## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## lambda = nnr.path.largest_lambda (d, s)
##
## The least lambda at which all weights of a linear model are zero: the largest entry lambda at
## zero weights and the best biases.

function lambda = largest_lambda (d, s)
  lambda = max (nnr.path.entry_lambdas (nnr.path.data_gradient (d, s, ...
                                                                nnr.train.null_theta (d, ...
                                                                                      s), []), s));
  ## A little above, or rounding might leave a weight.
  lambda *= 1 + 100 * eps (s.Precision);
  if (! (lambda > 0))
    error ('nnreg:badData', ['no column of X varies together with y, so there is no ' ...
                             'path to follow']);
  end
end
