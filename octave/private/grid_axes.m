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
## @deftypefn {Private Function} {@var{axes} =} grid_axes (@var{caller}, @var{grid}, @var{drawn})
## The axes of a grid as a struct array: @code{Name}, @code{List} (a cell of values) and,
## where candidates are drawn, @code{Range}: a struct with Range, Scale and Integer, or
## empty.
## @seealso{expand_grid, sample_grid}
## @end deftypefn

function axes = grid_axes (caller, grid, drawn)
  [names, values] = names_and_values (caller, grid);
  axes = struct ('Name', {}, 'List', {}, 'Range', {});
  for k = 1:numel (names)
    name = axis_name (caller, names{k});
    if (any (strcmp (name, {axes.Name})))
      error ('nnreg:badArgument', '%s: %s is twice in the grid', caller, name);
    end
    axes(k) = struct ('Name', name, 'List', {{}}, 'Range', []);
    if (isstruct (values{k}))
      axes(k).Range = axis_range (caller, name, values{k}, drawn);
    else
      axes(k).List = axis_values (caller, name, values{k});
    end
  end
end

function [names, values] = names_and_values (caller, grid)
  if (isstruct (grid) && isscalar (grid))
    names = fieldnames (grid).';
    values = struct2cell (grid).';
  elseif (iscell (grid) && ! isempty (grid) && mod (numel (grid), 2) == 0)
    names = grid(1:2:end)(:).';
    values = grid(2:2:end)(:).';
  else
    error ('nnreg:badArgument', ['%s: the grid must be a cell {Name, values, ...}, a ' ...
                                 'struct of them, or a list of structs, got %s'], caller, ...
           show_value (grid));
  end
  if (isempty (names))
    error ('nnreg:badArgument', '%s: the grid is empty', caller);
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

function r = axis_range (caller, name, given, drawn)
  if (! drawn)
    error ('nnreg:badArgument', ['%s: %s in the grid is a range; to draw from it give ' ...
                                 '"NumSamples"'], caller, name);
  end
  whole = any (strcmp (name, {'LayerSizes', 'BatchSize', 'Epochs', 'Seed'}));
  what = sprintf ('%s in the grid', name);
  r = parse_options (sprintf ('%s: %s', caller, what), ...
                     struct ('Range', [], 'Scale', 'linear', 'Integer', whole), {given});
  r.Scale = check_choice (caller, [what, ': Scale'], r.Scale, {'linear', 'log'});
  r.Integer = check_scalar (caller, [what, ': Integer'], r.Integer, 'logical');
  ok = isnumeric (r.Range) && isreal (r.Range) && numel (r.Range) == 2 ...
       && all (isfinite (r.Range)) && r.Range(1) < r.Range(2);
  if (! ok)
    error ('nnreg:badArgument', ['%s: %s: Range must be two numbers, the smaller first, ' ...
                                 'got %s'], caller, what, show_value (r.Range));
  elseif (strcmp (r.Scale, 'log') && r.Range(1) <= 0)
    error ('nnreg:badArgument', ['%s: %s: a Range with the Scale "log" must be above 0, ' ...
                                 'got %s'], caller, what, show_value (r.Range));
  end
  r.Range = double (r.Range(:).');
end
