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
## @deftypefn {Private Function} {@var{theta} =} unroll_weights (@var{weights}, @var{biases}, @var{precision})
## [W_1(:); b_1; W_2(:); b_2; ...] in the precision.
## @seealso{roll_weights}
## @end deftypefn

function theta = unroll_weights (weights, biases, precision)
  parts = cell (2, numel (weights));
  for l = 1:numel (weights)
    parts{1,l} = feval (precision, full (weights{l}(:)));
    parts{2,l} = feval (precision, full (biases{l}(:)));
  end
  theta = vertcat (parts{:});
end
