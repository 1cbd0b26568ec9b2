## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.words.number_text (value, digits)
##
## VALUE with so many DIGITS, but without an exponent below a million: prices are read so.

function text = number_text (value, digits)
  text = sprintf ('%.*g', digits, value);
  if (abs (value) >= 10 ^ digits && abs (value) < 1e6)
    text = sprintf ('%.0f', value);
  end
end

%!assert (nnr.words.number_text (34210.4, 4), '34210')
%!assert (nnr.words.number_text (-1987.6, 2), '-1988')
%!assert (nnr.words.number_text (113.4, 2), '113')
%!assert (nnr.words.number_text (0.98765, 4), '0.9877')
%!assert (nnr.words.number_text (3.4567e7, 4), '3.457e+07')
