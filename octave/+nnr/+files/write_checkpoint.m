## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.write_checkpoint (file, c)
##
## The file becomes a checkpoint with the fields of the struct c (full real matrices of numbers,
## char or logical), whole or not at all.
##
## The format: a line nnreg checkpoint 1; a line with CRC-32 and number of the bytes that follow;
## for each field a line with its name, class, rows and columns; an empty line; the fields' bytes
## as they lie in memory.

function write_checkpoint (file, c)
  names = fieldnames (c);
  [lines, parts] = deal (cell (numel (names), 1));
  for k = 1:numel (names)
    value = c.(names{k});
    lines{k} = sprintf ("%s %s %d %d\n", names{k}, class (value), size (value));
    if (ischar (value) || islogical (value))
      value = uint8 (value);
    end
    parts{k} = typecast (value(:), 'uint8')(:);   # of one number it is a row
  end
  body = vertcat (uint8 ([lines{:}, "\n"].'), parts{:});
  head = sprintf ("nnreg checkpoint 1\n%08x %d\n", __nnreg_checksum__ (body), numel (body));
  __nnreg_file_replace__ (file, [uint8(head.'); body]);
end
