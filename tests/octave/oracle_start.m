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
## @deftypefn {} {[@var{W}, @var{b}] =} oracle_start (@var{sizes})
## Starting weights and biases of a network with @var{sizes} inputs, hidden units
## and outputs: of ordinary size, without any pattern that hides an error, and the
## same on every machine.
## @seealso{oracle_data}
## @end deftypefn

function [W, b] = oracle_start (sizes)
  L = numel (sizes) - 1;
  [W, b] = deal (cell (1, L));
  for l = 1:L
    bound = sqrt (6 / (sizes(l) + sizes(l+1)));
    W{l} = bound * (2 * oracle_data (sizes(l+1), sizes(l), 100 + l) - 1);
    b{l} = 0.2 * (oracle_data (sizes(l+1), 1, 200 + l) - 0.5);
  end
end

%!test
%! [W, b] = oracle_start ([3 5 2]);
%! assert (size (W{1}), [5 3]);
%! assert (size (b{2}), [2 1]);
%! assert (all (abs (W{1}(:)) <= sqrt (6 / 8)));
