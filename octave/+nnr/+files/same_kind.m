## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.files.same_kind (got, want)
## yes = nnr.files.same_kind (got, want, grows)
##
## Whether a value that was read has the class and the size of the one that is WANTed; if it GROWS
## it may have any number of rows.

function yes = same_kind (got, want, grows)
  shape = size (want);
  if (nargin > 2 && grows)
    shape(1) = rows (got);
  end
  yes = strcmp (class (got), class (want)) && isequal (size (got), shape);
end

%!assert (nnr.files.same_kind ([1, 2], [3, 4]))
%!assert (! nnr.files.same_kind ([1, 2], [3; 4]))
%!assert (! nnr.files.same_kind (single (1), 1))
%!assert (nnr.files.same_kind (ones (5, 2), ones (3, 2), true))
%!assert (! nnr.files.same_kind (ones (5, 3), ones (3, 2), true))
