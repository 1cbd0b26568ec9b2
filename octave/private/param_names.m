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
## @deftypefn {Private Function} {@var{names} =} param_names (@var{results})
## The options that any candidate of a search sets, a row in the order of their first use.
## @seealso{search_table, print_search}
## @end deftypefn

function names = param_names (results)
  names = {};
  for k = 1:numel (results)
    own = fieldnames (results(k).Params).';
    names = [names, own(! ismember (own, names))];
  end
end
