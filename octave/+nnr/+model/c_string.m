## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.model.c_string (text)
##
## A text as a string constant of C, with the same bytes. C99 lets compilers limit one to 4095.

function text = c_string (text)
  bytes = double (text);
  if (numel (bytes) > 4095)
    error ('nnreg:badArgument', ['a class name has %d bytes; in C it may have 4095: give MODEL ' ...
                                 'shorter ClassNames'], numel (bytes));
  end
  ## Octal numbers of three digits end by themselves; "??" may begin a trigraph.
  plain = bytes >= 32 & bytes < 127 & ! ismember (bytes, double ('"\?'));
  words = num2cell (text);
  words(! plain) = arrayfun (@(b) sprintf ('\\%03o', b), bytes(! plain), 'UniformOutput', false);
  text = ['"', words{:}, '"'];
end

%!assert (nnr.model.c_string ("a b"), '"a b"')
%!assert (nnr.model.c_string ("\"\\?\n\xe9"), '"\042\134\077\012\351"')
%!assert (nnr.model.c_string (''), '""')
%!error <a class name has 4096 bytes; in C it may have 4095> nnr.model.c_string (blanks (4096))
