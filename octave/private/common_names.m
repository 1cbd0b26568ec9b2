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
## @deftypefn {Private Function} {@var{names} =} common_names (@var{params})
## The options that every candidate of a search has of its own, a row cell.
## @seealso{expand_grid, check_overridden}
## @end deftypefn

function names = common_names (params)
  names = fieldnames (params{1}).';
  names = names(cellfun (@(name) all (cellfun (@(p) isfield (p, name), params)), names));
end

%!assert (common_names ({struct("A", 1, "B", 2), struct("B", 3)}), {"B"})
