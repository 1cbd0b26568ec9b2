## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## lambdas = nnr.train.entry_lambdas (G, s)
##
## For each input of a linear model, the largest lambda at which it has non-zero weights if the
## gradient of the data loss is G (outputs-by-inputs). 1-by-D.
##
## With the penalty's L1, Group and L2 for Lambda 1 (nnr.options.unit_penalty) this is max |G_j| /
## L1, or with groups the lambda_j where sum_k max (|G_kj| - L1 lambda_j, 0)^2 = (Group lambda_j)^2.
## An l2 alone makes no zeros. As in glmnet it then counts as an elastic net with the L1 share
## 0.001.

function lambdas = entry_lambdas (G, s)
  G = abs (G);
  least_share = 1e-3;
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  if (u.ByInput)
    lambdas = group_lambdas (G, s.Alpha);
  elseif (u.L1 >= least_share)
    lambdas = max (G, [], 1) / u.L1;
  else
    lambdas = max (G, [], 1) / least_share / max (1, 2 * u.L2);
  end
end

## By bisection: the root lies between 0 and norm / (1 - alpha) or 2 norm.
function high = group_lambdas (G, alpha)
  [low, high] = deal (zeros (1, columns (G)), norm (G, 'columns') / max (1 - alpha, 0.5));
  if (alpha == 0)
    return
  end
  for step = 1:60
    middle = (low + high) / 2;
    alive = norm (max (G - alpha * middle, 0), 'columns') > (1 - alpha) * middle;
    low(alive) = middle(alive);
    high(! alive) = middle(! alive);
  end
end

%!test
%! s = struct ("Penalty", "group", "Alpha", 0.3);
%! G = [3, 0, 1; -4, 0, 2];
%! lambda = nnr.train.entry_lambdas (G, s);
%! assert (lambda(2), 0);
%! left = norm (max (abs (G) - 0.3 * lambda, 0), "columns");
%! assert (left, 0.7 * lambda, 1e-12);
%! s.Alpha = 0;
%! assert (nnr.train.entry_lambdas (G, s), [5, 0, sqrt(5)], eps (8));
