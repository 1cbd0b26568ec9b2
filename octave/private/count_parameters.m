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
## @deftypefn {Private Function} {@var{count} =} count_parameters (@var{sizes})
## The weights and biases of a network whose layers, the inputs first, have these @var{sizes}.
## @seealso{make_network, unroll_weights}
## @end deftypefn

function count = count_parameters (sizes)
  sizes = sizes(:);
  count = sum ((sizes(1:end - 1) + 1) .* sizes(2:end));
end

%!assert (count_parameters ([784, 512, 10]), 785 * 512 + 513 * 10)
%!assert (count_parameters ([2; 1]), 3)
