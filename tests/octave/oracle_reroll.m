## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more details.
##
## You should have received a copy of the GNU General Public License along with
## this program; see the file COPYING.  If not, see
## <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {} {[@var{W}, @var{b}] =} oracle_reroll (@var{theta}, @var{sizes})
## The cells of weights and biases in a column of parameters; @var{sizes} are the
## numbers of inputs, hidden units and outputs.
## @seealso{oracle_unroll}
## @end deftypefn

function [W, b] = oracle_reroll (theta, sizes)
  L = numel (sizes) - 1;
  [W, b] = deal (cell (1, L));
  at = 0;
  for l = 1:L
    n = sizes(l+1) * sizes(l);
    W{l} = reshape (theta(at+(1:n)), sizes(l+1), sizes(l));
    b{l} = reshape (theta(at+n+(1:sizes(l+1))), [], 1);
    at = at + n + sizes(l+1);
  end
end
