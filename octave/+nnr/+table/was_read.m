## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.table.was_read (X)
##
## Whether X is what nnr.table.read returns.

function yes = was_read (X)
  fields = {'Names', 'Kinds', 'Values', 'Levels', 'Classes', 'NumRows'};
  yes = isstruct (X) && numfields (X) == numel (fields) && isequal (fieldnames (X).', fields);
end

%!test
%! T = struct ("a", [1; 2]);
%! assert (! nnr.table.was_read (T) && nnr.table.was_read (nnr.table.read ("T", T)));
