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
## @deftypefn {Private Function} {@var{theta} =} null_theta (@var{d}, @var{s})
## The parameters of the linear model that heeds no input: weights 0, the biases those of the
## least data loss.
## @seealso{null_biases, largest_lambda, follow_lambdas}
## @end deftypefn

function theta = null_theta (d, s)
  count = d.Targets.NumOutputs * d.Data.NumInputs;
  theta = feval (s.Precision, [zeros(count, 1); null_biases(d.Targets, [], s)]);
end
