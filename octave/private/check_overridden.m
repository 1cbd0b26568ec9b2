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
## @deftypefn {Private Function} {} check_overridden (@var{caller}, @var{params}, @var{given})
## Refuses an option that the call has @var{given}, but every candidate of the search has its
## own of, so that nothing would come of it.  @code{Seed} is that of the folds as well.
## @seealso{expand_grid, search_settings}
## @end deftypefn

function check_overridden (caller, params, given)
  twice = intersect (setdiff (given, {'Seed'}, 'stable'), common_names (params), 'stable');
  if (! isempty (twice))
    error ('nnreg:badArgument', ['%s: %s is in the grid and among the options as well; give ' ...
                                 'it in one place'], caller, twice{1});
  end
end

%!test
%! check_overridden ("f", {struct("Epochs", 1), struct("Lambda", 1)}, {"Epochs", "Lambda"});
%! check_overridden ("f", {struct("Seed", 1), struct("Seed", 2)}, {"Seed"});
