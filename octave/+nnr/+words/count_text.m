## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.words.count_text (n, one, many)
##
## "1 sample", "3 samples". MANY is the plural, with an s by default.

function text = count_text (n, one, many)
  if (nargin < 3)
    many = [one, 's'];
  end
  text = sprintf ('%d %s', n, {one, many}{1 + (n != 1)});
end

%!assert (nnr.words.count_text (1, "sample"), "1 sample")
%!assert (nnr.words.count_text (0, "sample"), "0 samples")
%!assert (nnr.words.count_text (2, "process", "processes"), "2 processes")
