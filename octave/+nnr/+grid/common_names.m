## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.grid.common_names (params, given)
##
## The options that every candidate in PARAMS sets itself, a row cell. If the call has GIVEN one of
## them too, it would have no effect, so that is an error. Seed may be in both: the folds depend on
## it.

function names = common_names (params, given)
  names = fieldnames (params{1}).';
  names = names(cellfun (@(name) all (cellfun (@(p) isfield (p, name), params)), names));
  twice = intersect (setdiff (given, {'Seed'}, 'stable'), names, 'stable');
  if (! isempty (twice))
    error ('nnreg:badArgument', ['%s is in the grid and among the options as well; give it in ' ...
                                 'one place'], twice{1});
  end
end

%!assert (nnr.grid.common_names ({struct("A", 1, "B", 2), struct("B", 3)}, {"A"}), {"B"})
%!test
%! nnr.grid.common_names ({struct("Epochs", 1), struct("Lambda", 1)}, {"Epochs", "Lambda"});
%! nnr.grid.common_names ({struct("Seed", 1), struct("Seed", 2)}, {"Seed"});
