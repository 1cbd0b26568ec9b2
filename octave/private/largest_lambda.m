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
## The least lambda at which all weights of a linear model are zero: the largest entry lambda
## at zero weights and the best biases.
## @seealso{nnreg_path, entry_lambdas}
## @end deftypefn

function lambda = largest_lambda (caller, d, s)
  lambda = max (entry_lambdas (data_gradient (caller, d, s, null_theta (d, s), []), s));
  ## A little above, or rounding might leave a weight.
  lambda *= 1 + 100 * eps (s.Precision);
  if (! (lambda > 0))
    error ('nnreg:badData', ['%s: no column of X varies together with y, so there is no ' ...
                             'path to follow'], caller);
  end
end
