## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.options.refuse (word, s, given, where)
##
## Raises an error for an option of nnreg_fit that the function WORD ("search" or "path") does not
## take, if it is one of the GIVEN and its value in S is not the default. WHERE says in the error
## why it has no place there.

function refuse (word, s, given, where)
  names = nnr.options.names_among (given, 'fit', ['!', word]);
  if (isempty (names))
    return
  end
  given = names(! nnr.options.are_defaults (s, names));
  if (! isempty (given))
    error ('nnreg:badArgument', '%s has no place in %s', given{1}, where);
  end
end
