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
## @deftypefn {} {@var{theta} =} oracle_unroll (@var{W}, @var{b})
## All parameters in one column: [W1(:); b1; W2(:); b2; ...].
## @seealso{oracle_reroll}
## @end deftypefn

function theta = oracle_unroll (W, b)
  theta = [];
  for l = 1:numel (W)
    theta = [theta; W{l}(:); b{l}(:)];
  end
end

%!test
%! [W, b] = oracle_start ([3 4 2]);
%! [W2, b2] = oracle_reroll (oracle_unroll (W, b), [3 4 2]);
%! assert (W2, W);
%! assert (b2, b);
%! assert (oracle_unroll ({[1 3; 2 4]}, {[5; 6]}), (1:6).');
