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
## @deftypefn {} {[@var{value}, @var{g1}, @var{g2}] =} oracle_penalty (@var{W}, @var{opt})
## The penalty's value, and the gradients (cells as @var{W}) of its L1 part, with
## sign (0) = 0, and of its L2 part.  Decoupled decay is no part of the objective.
## @seealso{oracle_cost}
## @end deftypefn

function [value, g1, g2] = oracle_penalty (W, opt)
  value = 0;
  [g1, g2] = deal (cell (size (W)));
  for l = 1:numel (W)
    value = value + opt.l1(l) * sum (abs (W{l}(:))) + opt.l2(l) * sum (W{l}(:) .^ 2);
    g1{l} = opt.l1(l) * sign (W{l});
    g2{l} = 2 * opt.l2(l) * W{l};
  end
end

%!test
%! opt = struct ("Penalty", "l2", "Lambda", [0.1 2]);
%! [value, g1, g2] = oracle_penalty ({[1 -2], 3}, oracle_options (opt, 2));
%! assert (value, 0.1 * 5 + 2 * 9, 1e-14);
%! assert (g1, {[0 0], 0});
%! assert (g2, {[0.2 -0.4], 12}, 1e-14);
