## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## key = nnr.path.key_of_data (X, s)
##
## What a path depends on of its data X by the settings S: for a table also this table, of which
## each fold makes its own X.

function key = key_of_data (X, s)
  key = X;
  table = nnr.table.of (s);
  if (! isempty (table))
    key = {X, table.T, table.Recipe};
  end
end

%!assert (nnr.path.key_of_data (3, struct ()), 3)
%!test
%! s.Table = struct ("T", 1, "Recipe", 2);
%! assert (nnr.path.key_of_data (3, s), {3, 1, 2});
