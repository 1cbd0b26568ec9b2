## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.words.wrapped (head, text, width)
##
## HEAD and the words of TEXT, in lines of at most WIDTH columns; further lines begin below the
## first word. A word that is too long has a line of its own.

function text = wrapped (head, text, width)
  lines = {head};
  first = true;
  for word = strsplit (text, ' ')
    taken = nnr.words.text_width (lines{end});
    if (! first && taken + 1 + nnr.words.text_width (word{1}) > width)
      lines{end + 1} = blanks (nnr.words.text_width (head));
      first = true;
    end
    gap = repmat (' ', 1, ! first);
    lines{end} = [lines{end}, gap, word{1}];
    first = false;
  end
  text = strjoin (lines, "\n");
end

%!assert (nnr.words.wrapped ("  a  ", "bb cc dd", 10), "  a  bb cc\n     dd")
%!assert (nnr.words.wrapped ("a ", "bbbbbbbb c", 5), "a bbbbbbbb\n  c")
%!test  # letters of two bytes count once
%! a = char ([195, 164]);
%! assert (nnr.words.wrapped ([a " "], [a a " " a " " a], 6), [a " " a a " " a "\n  " a]);
