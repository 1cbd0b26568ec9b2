## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## sum = nnr.files.checksum_of (value)
##
## A CRC-32 of all numbers and texts in an array, a cell or a struct, and of their sizes.

function sum = checksum_of (value)
  if (isstruct (value))
    value = [fieldnames(value), struct2cell(value)];
  end
  if (iscell (value))
    sum = __nnreg_checksum__ (cellfun (@nnr.files.checksum_of, value(:)));
  elseif (ischar (value))
    sum = __nnreg_checksum__ (uint8 (value));
  else
    sum = __nnreg_checksum__ ([size(value)(:); __nnreg_checksum__(value)]);
  end
end

%!assert (nnr.files.checksum_of ([1, 2]) == nnr.files.checksum_of ([1; 2]), false)
%!assert (nnr.files.checksum_of ({"a", struct("b", 1)}) == nnr.files.checksum_of ({"a", ...
%!                                                                                 struct("b", ...
%!                                                                                        2)}), false)
%!assert (nnr.files.checksum_of (struct ("a", 1)) == nnr.files.checksum_of (struct ("b", 1)), false)
%!assert (nnr.files.checksum_of ({"ab", 1:3}), nnr.files.checksum_of ({"ab", 1:3}))
