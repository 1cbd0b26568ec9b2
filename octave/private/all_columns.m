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
## @deftypefn {Private Function} {@var{all} =} all_columns (@var{W}, @var{live}, @var{num_inputs})
## Weights by all inputs, from those by the @var{live} ones; the others' are 0.
## @seealso{add_point, train_screened}
## @end deftypefn

function all = all_columns (W, live, num_inputs)
  all = zeros (rows (W), num_inputs, class (W));
  all(:,live) = W;
end

%!assert (all_columns (single ([1 2; 3 4]), [4 2], 4), single ([0 2 0 1; 0 4 0 3]))
%!assert (all_columns (zeros (2, 0), [], 3), zeros (2, 3))
