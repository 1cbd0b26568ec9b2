## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## n = nnr.words.text_width (text)
##
## The columns that the UTF-8 string text takes on a terminal.

function n = text_width (text)
  n = sum (nnr.words.letter_widths (text));
end

%!assert (nnr.words.text_width (""), 0)
%!assert (nnr.words.text_width ("abc"), 3)
%!assert (nnr.words.text_width (char ([195, 164, 195, 182, 65])), 3)
%!assert (nnr.words.text_width (char ([231, 140, 171, 32, 99, 97, 116])), 6)
