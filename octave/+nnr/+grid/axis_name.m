## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## name = nnr.grid.axis_name (name)
##
## The name of an option of nnreg_fit as the help writes it. Raises an error if a search may not
## vary it.

function name = axis_name (name)
  known = nnr.options.names ('fit');
  if (! (ischar (name) && isrow (name)))
    error ('nnreg:badArgument', 'expected the name of an option in the grid, got %s', ...
           nnr.words.show_value (name));
  end
  found = known(strcmpi (known, name));
  if (isempty (found))
    error ('nnreg:badArgument', 'unknown option "%s" in the grid%s', name, ...
           nnr.args.option_hint (name, nnr.options.names ('varied')));
  elseif (! any (strcmp (found{1}, nnr.options.names ('varied'))))
    error ('nnreg:badArgument', '%s cannot be searched over', found{1});
  end
  name = found{1};
end
