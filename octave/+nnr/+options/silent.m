## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.options.silent (s, given)
##
## Whether the user wants to see nothing: Verbose is 0 and not just by default. GIVEN has the names
## of the options that were given.

function yes = silent (s, given)
  yes = s.Verbose == 0 && any (strcmp (given, 'Verbose'));
end

%!assert (nnr.options.silent (struct ("Verbose", 0), {"Epochs", "Verbose"}))
%!assert (! nnr.options.silent (struct ("Verbose", 0), {"Epochs"}))
%!assert (! nnr.options.silent (struct ("Verbose", 1), {"Verbose"}))
