## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.grid.check_overridden (params, given)
##
## Refuses an option of the call that every candidate overrides: it would have no effect. Seed may be
## overridden, since the folds depend on it too.

function check_overridden (params, given)
  twice = intersect (setdiff (given, {'Seed'}, 'stable'), nnr.grid.common_names (params), 'stable');
  if (! isempty (twice))
    error ('nnreg:badArgument', ['%s is in the grid and among the options as well; give ' ...
                                 'it in one place'], twice{1});
  end
end

%!test
%! nnr.grid.check_overridden ({struct("Epochs", 1), struct("Lambda", 1)}, {"Epochs", "Lambda"});
%! nnr.grid.check_overridden ({struct("Seed", 1), struct("Seed", 2)}, {"Seed"});
