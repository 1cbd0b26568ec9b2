## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{lambda} =} largest_lambda (@var{caller}, @var{d}, @var{s})
## The least lambda at which all weights of a linear model are zero; for "l2", where none
## ever is, glmnet's convention: that of an elastic net with the L1 share 0.001.
##
## With G the gradient of the data loss (outputs-by-inputs) at zero weights and the best
## biases it is max |G| / Alpha for "elasticnet" ("l1": Alpha 1) and for "group" the largest
## of the lambda_j where sum_k max (|G_kj| - Alpha lambda_j, 0)^2 = ((1 - Alpha) lambda_j)^2.
## @seealso{nnreg_path}
## @end deftypefn

function lambda = largest_lambda (caller, d, s)
  G = abs (null_gradient (caller, d, s));
  least_share = 1e-3;
  switch (s.Penalty)
    case 'l1'
      lambda = max (G(:));
    case 'elasticnet'
      lambda = max (G(:)) / max (s.Alpha, least_share);
    case 'l2'
      lambda = max (G(:)) / least_share / 2;
    case 'group'
      lambda = group_lambda (G, s.Alpha);
  end
  ## A little above, or rounding might leave a weight.
  lambda *= 1 + 100 * eps (s.Precision);
  if (! (lambda > 0))
    error ('nnreg:badData', ['%s: no column of X varies together with y, so there is no ' ...
                             'path to follow'], caller);
  end
end

function G = null_gradient (caller, d, s)
  [s.Penalty, s.Lambda] = deal ('none', []);
  [num_inputs, num_outputs] = deal (d.Data.NumInputs, d.Targets.NumOutputs);
  try
    [~, grad] = __nnreg_cost__ (make_network (s, num_inputs, num_outputs), ...
                                layer_penalty (caller, s, 1), null_theta (d, s), ...
                                make_samples (d.Data, d.Targets, []), s.Threads);
  catch err
    pass_error (caller, err);
  end
  G = double (reshape (grad(1:num_outputs * num_inputs), num_outputs, num_inputs));
end

## The root lies between norm / (1 or more) and the one of the largest entry alone.
function lambda = group_lambda (G, alpha)
  G = G(:,norm (G, 'columns') > 0);
  [low, high] = deal (zeros (1, columns (G)), norm (G, 'columns') / max (1 - alpha, 0.5));
  for step = 1:60
    middle = (low + high) / 2;
    alive = norm (max (G - alpha * middle, 0), 'columns') > (1 - alpha) * middle;
    low(alive) = middle(alive);
    high(! alive) = middle(! alive);
  end
  lambda = max ([high, 0]);
end
