## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.files.checksum (value)
## text = nnr.files.checksum (value, digits)
##
## The MD5 of any VALUE: 32 hexadecimal digits, or the first DIGITS of them. All checksums are made
## here: of files, records, plans, and the data of a checkpoint.

function text = checksum (value, digits)
  ## 32 bits are too few to decide that results of the same data may be mixed.
  text = hash ('md5', nnr.files.value_text (value));
  if (nargin > 1)
    text = text(1:digits);
  end
end

%!function yes = same (a, b)
%!  yes = strcmp (nnr.files.checksum (a), nnr.files.checksum (b));
%!endfunction
%!assert (same ([1, 2], [1; 2]), false)
%!assert (same ({"a", struct("b", 1)}, {"a", struct("b", 2)}), false)
%!assert (same (struct ("a", 1), struct ("b", 1)), false)
%!assert (same ({"ab", 1:3}, {"ab", 1:3}))
%!assert (size (nnr.files.checksum (zeros (0, 3))), [1, 32])
%!assert (strncmp (nnr.files.checksum ("a", 8), nnr.files.checksum ("a"), 8))
%!assert (size (nnr.files.checksum ("a", 8)), [1, 8])
