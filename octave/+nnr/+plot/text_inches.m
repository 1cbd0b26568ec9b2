## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## inches = nnr.plot.text_inches (texts, kind)
##
## About the widest of TEXTS (a text or a cell) in letters of normal size, as a "title" or a
## "label". It is a guess: gnuplot does not say how wide its texts are.

function inches = text_inches (texts, kind)
  if (ischar (texts))
    texts = {texts};
  end
  letter = merge (strcmp (kind, 'title'), 0.58 * 1.1, 0.54) * nnr.plot.font_size () / 72;
  inches = letter * max ([0; cellfun(@nnr.words.text_width, texts(:))]);
end

%!assert (nnr.plot.text_inches ({"abcd"; "ab"}, "label"), 0.27)
%!assert (nnr.plot.text_inches ("abcd", "title") > 0.3)
%!assert (nnr.plot.text_inches ({}, "label"), 0)
