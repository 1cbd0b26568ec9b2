## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.words.c_comment (text)
##
## A text that may stand in a comment of C: valid UTF-8 of one line, which neither ends nor begins a
## comment, and without marks that turn the direction of writing, of which compilers warn.

function text = c_comment (text)
  text = nnr.words.utf8 (text);
  letters = double (text);
  text(letters < 32 | letters == 127) = ' ';
  text = regexprep (text, '[\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]', '');
  text = regexprep (text, '\*(?=/)', '* ');
  text = regexprep (text, '/(?=\*)', '/ ');
  text = regexprep (text, '\?(?=\?)', '? ');
  if (! isempty (text) && any (text(end) == '\/?*'))
    text(end + 1) = '.';        # what follows would join
  end
end

%!assert (nnr.words.c_comment ("a*/ /* b??/"), "a* / / * b? ?/.")
%!assert (nnr.words.c_comment ("gr\303\266\303\237e\nx"), "gr\303\266\303\237e x")
%!assert (nnr.words.c_comment ("a\342\200\256\342\201\246b\\"), "ab\\.")
