## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.words.padded (text, width, side)
##
## Adds blanks on the "left" or "right" of the UTF-8 string text, up to width columns of a terminal.

function text = padded (text, width, side)
  room = blanks (max (0, width - nnr.words.text_width (text)));
  if (strcmp (side, 'left'))
    text = [room, text];
  else
    text = [text, room];
  end
end

%!assert (nnr.words.padded (char ([231, 140, 171]), 4, "left"), ["  ", char([231, 140, 171])])
%!assert (nnr.words.padded ("ab", 4, "right"), "ab  ")
%!assert (nnr.words.padded ("abc", 2, "right"), "abc")
