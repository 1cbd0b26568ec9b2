## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## axes = nnr.grid.axes (grid, drawn)
##
## The axes of a GRID, a struct array: Name, List (a cell of values) and Range, which is empty, or a
## struct with Range, Scale and Integer if candidates are DRAWN from the grid and the axis is a
## range.

function axes = axes (grid, drawn)
  [names, values] = names_and_values (grid);
  axes = struct ('Name', {}, 'List', {}, 'Range', {});
  for k = 1:numel (names)
    name = nnr.grid.axis_name (names{k});
    if (any (strcmp (name, {axes.Name})))
      error ('nnreg:badArgument', '%s is twice in the grid', name);
    end
    axes(k) = struct ('Name', name, 'List', {{}}, 'Range', []);
    if (isstruct (values{k}))
      axes(k).Range = axis_range (name, values{k}, drawn);
    else
      axes(k).List = axis_values (name, values{k});
    end
  end
end

function [names, values] = names_and_values (grid)
  if (isstruct (grid) && isscalar (grid))
    names = fieldnames (grid).';
    values = struct2cell (grid).';
  elseif (iscell (grid) && ! isempty (grid) && mod (numel (grid), 2) == 0)
    names = grid(1:2:end)(:).';
    values = grid(2:2:end)(:).';
  else
    error ('nnreg:badArgument', ['the grid must be a cell {Name, values, ...}, a struct of ' ...
                                 'them, or a list of structs, got %s'], ...
           nnr.words.show_value (grid));
  end
end

function list = axis_values (name, values)
  if (iscell (values))
    list = values(:).';
  elseif (ischar (values) || is_function_handle (values))
    list = {values};
  elseif ((isnumeric (values) || islogical (values)) && (isvector (values) || isempty (values)))
    list = num2cell (values(:).');
  else
    error ('nnreg:badArgument', '%s in the grid must be a vector or a cell, got %s', name, ...
           nnr.words.show_value (values));
  end
  if (isempty (list))
    error ('nnreg:badArgument', '%s in the grid has no values', name);
  end
end

function r = axis_range (name, given, drawn)
  if (! drawn)
    error ('nnreg:badArgument', ['%s in the grid is a range; to draw from it give ' ...
                                 '"NumSamples"'], name);
  end
  whole = any (strcmp (name, nnr.options.names ('whole')));
  what = sprintf ('%s in the grid', name);
  parts = struct ('Range', [], 'Scale', 'linear', 'Integer', whole);
  try
    r = nnr.args.parse_options (parts, {given});
  catch err
    error (err.identifier, '%s: %s', what, err.message);
  end
  r.Scale = nnr.args.check_choice ([what, ': Scale'], r.Scale, {'linear', 'log'});
  r.Integer = nnr.args.check_scalar ([what, ': Integer'], r.Integer, 'logical');
  ok = isnumeric (r.Range) && isreal (r.Range) && numel (r.Range) == 2 ...
       && all (isfinite (r.Range)) && r.Range(1) < r.Range(2);
  if (! ok)
    error ('nnreg:badArgument', ['%s: Range must be two numbers, the smaller first, ' ...
                                 'got %s'], what, nnr.words.show_value (r.Range));
  elseif (strcmp (r.Scale, 'log') && r.Range(1) <= 0)
    error ('nnreg:badArgument', ['%s: a Range with the Scale "log" must be above 0, ' ...
                                 'got %s'], what, nnr.words.show_value (r.Range));
  end
  r.Range = double (r.Range(:).');
end
