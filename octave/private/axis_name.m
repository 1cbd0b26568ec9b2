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
## @deftypefn {Private Function} {@var{name} =} axis_name (@var{caller}, @var{name})
## The option of @code{nnreg_fit} that a name in a grid means, if one may search over it.
## @seealso{expand_grid}
## @end deftypefn

function name = axis_name (caller, name)
  known = fieldnames (fit_defaults ()).';
  fixed = {'Task', 'ValidationData', 'ValidationFraction', 'Patience', 'Keep', ...
           'Weights', 'InitialModel', 'Threads', 'Verbose', 'OutputFcn', ...
           'Profile', 'FeatureNames', 'CheckpointFile'};
  if (! (ischar (name) && isrow (name)))
    error ('nnreg:badArgument', '%s: expected the name of an option in the grid, got %s', ...
           caller, show_value (name));
  end
  found = known(strcmpi (known, name));
  if (isempty (found))
    error ('nnreg:badArgument', '%s: unknown option "%s" in the grid%s', caller, name, ...
           did_you_mean (name, known));
  elseif (any (strcmp (found{1}, fixed)))
    error ('nnreg:badArgument', '%s: %s cannot be searched over', caller, found{1});
  end
  name = found{1};
end

function text = did_you_mean (name, known)
  near = nearest_name (name, known);
  text = '';
  if (! isempty (near))
    text = sprintf ('; did you mean "%s"?', near);
  end
end
