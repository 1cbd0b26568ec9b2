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
## @deftypefn {Private Function} {[@var{weights}, @var{biases}] =} roll_weights (@var{theta}, @var{sizes})
## The matrices W_l (outputs-by-inputs) and columns b_l that @var{theta} unrolls, for
## layers of @var{sizes} [inputs, hidden ..., outputs].
## @seealso{unroll_weights}
## @end deftypefn

function [weights, biases] = roll_weights (theta, sizes)
  num_layers = numel (sizes) - 1;
  [weights, biases] = deal (cell (1, num_layers));
  at = 0;
  for l = 1:num_layers
    count = sizes(l) * sizes(l + 1);
    weights{l} = reshape (theta(at + (1:count)), sizes(l + 1), sizes(l));
    biases{l} = theta(at + count + (1:sizes(l + 1)));
    at += count + sizes(l + 1);
  end
end
