## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.words.is_line (text)
##
## TEXT is a row of characters, or empty, and no character of it controls a terminal: a file from a
## stranger could hide or change with those what is printed.

function yes = is_line (text)
  yes = ischar (text) && (isrow (text) || isempty (text));
  if (yes)
    letters = double (text);
    yes = ! any (letters < 32 | letters == 127);
  end
end

%!assert (nnr.words.is_line ("abc"))
%!assert (nnr.words.is_line (""))
%!assert (nnr.words.is_line ("K\303\266ln"))
%!assert (! nnr.words.is_line (3))
%!assert (! nnr.words.is_line (["a"; "b"]))
%!assert (! nnr.words.is_line ("a\nb"))
%!assert (! nnr.words.is_line ("\033[2J"))
%!assert (! nnr.words.is_line ("a\177"))
