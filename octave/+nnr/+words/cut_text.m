## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.words.cut_text (text, longest)
##
## Cuts the UTF-8 string text to at most longest columns of a terminal, on one line: line ends, tabs
## and the like are blanks. From eight columns on, three dots show the cut.

function text = cut_text (text, longest)
  code = double (text);
  text(code < 32 | code == 127) = ' ';
  [widths, starts] = nnr.words.letter_widths (text);
  if (sum (widths) <= longest)
    return
  end
  dots = repmat ('.', 1, 3 * (longest >= 8));
  first_out = find (cumsum (widths) > longest - numel (dots), 1);
  text = [text(1:starts(first_out) - 1), dots];
end

%!assert (nnr.words.cut_text ("abc", 3), "abc")
%!assert (nnr.words.cut_text ("abcd", 3), "abc")
%!assert (nnr.words.cut_text ("abcdefghij", 8), "abcde...")
%!assert (nnr.words.cut_text ("a\nb\t\177", 8), "a b  ")
%!shared umlauts
%! umlauts = char ([195, 164, 195, 182, 195, 188]);
%!assert (nnr.words.cut_text (umlauts, 3), umlauts)
%!assert (nnr.words.cut_text ([umlauts umlauts], 4), [umlauts umlauts(1:2)])
%!shared wide
%! wide = char ([231, 140, 171]);         # of two columns
%!assert (nnr.words.cut_text (repmat (wide, 1, 5), 8), [wide, wide, "..."])
%!assert (nnr.words.cut_text ([wide, wide], 3), wide)
