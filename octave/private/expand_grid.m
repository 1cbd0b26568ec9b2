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
## @deftypefn {Private Function} {@var{params} =} expand_grid (@var{caller}, @var{grid})
## All combinations of a grid (cell or struct of names and values) as a cell of structs,
## the last name varying fastest.
## @seealso{nnreg_gridsearch}
## @end deftypefn

function params = expand_grid (caller, grid)
  [names, lists] = read_grid (caller, grid);
  counts = cellfun ('numel', lists);
  params = {};
  for k = 0:prod (counts) - 1
    rest = k;
    p = struct ();
    for j = numel (names):-1:1
      p.(names{j}) = lists{j}{mod(rest, counts(j)) + 1};
      rest = floor (rest / counts(j));
    end
    p = without_idle_lambda (orderfields (p, names(:)));
    if (! any (cellfun (@(q) isequal (q, p), params)))
      params{end + 1} = p;
    end
  end
end

## A training without a penalty has no Lambda.
function p = without_idle_lambda (p)
  if (isfield (p, 'Penalty') && isfield (p, 'Lambda') && strcmpi (p.Penalty, 'none'))
    p.Lambda = [];
  end
end

function [names, lists] = read_grid (caller, grid)
  if (isstruct (grid) && isscalar (grid))
    names = fieldnames (grid).';
    values = struct2cell (grid).';
  elseif (iscell (grid) && ! isempty (grid) && mod (numel (grid), 2) == 0)
    names = grid(1:2:end)(:).';
    values = grid(2:2:end)(:).';
  else
    error ('nnreg:badArgument', ['%s: the grid must be a cell {Name, values, ...} or a ' ...
                                 'struct of them, got %s'], caller, show_value (grid));
  end
  if (isempty (names))
    error ('nnreg:badArgument', '%s: the grid is empty', caller);
  end
  lists = cell (size (names));
  for k = 1:numel (names)
    names{k} = axis_name (caller, names{k});
    if (any (strcmp (names{k}, names(1:k - 1))))
      error ('nnreg:badArgument', '%s: %s is twice in the grid', caller, names{k});
    end
    lists{k} = axis_values (caller, names{k}, values{k});
  end
end

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

function list = axis_values (caller, name, values)
  if (iscell (values))
    list = values(:).';
  elseif (ischar (values) || is_function_handle (values))
    list = {values};
  elseif ((isnumeric (values) || islogical (values)) && (isvector (values) || isempty (values)))
    list = num2cell (values(:).');
  else
    error ('nnreg:badArgument', '%s: %s in the grid must be a vector or a cell, got %s', ...
           caller, name, show_value (values));
  end
  if (isempty (list))
    error ('nnreg:badArgument', '%s: %s in the grid has no values', caller, name);
  end
end
