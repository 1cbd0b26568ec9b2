## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.write (file, kind, values)
##
## Replaces a file, whole or not at all, by one of the kind "checkpoint" or "study" with the fields
## of the struct values.
##
## The format: a line "nnreg KIND 2 CHECKSUM", the checksum being that of the whole file with zeros
## in its place; a line for each field with its name, class, rows and columns; an empty line; the
## fields' bytes as they lie in memory. Values other than full real matrices are stored as Octave's
## save writes them.

function write (file, kind, values)
  names = fieldnames (values);
  [lines, parts] = deal (cell (numel (names), 1));
  for k = 1:numel (names)
    [parts{k}, type, shape] = bytes_of (values.(names{k}));
    lines{k} = sprintf ("%s %s %d %d\n", names{k}, type, shape);
  end
  zeros_of = repmat ('0', 1, 32);
  head = sprintf ('nnreg %s 2 %s', kind, zeros_of);
  bytes = vertcat (uint8 ([head, "\n", lines{:}, "\n"].'), parts{:});
  clear parts                   # they may be large
  bytes(numel (head) - 31:numel (head)) = nnr.files.checksum (bytes);
  __nnreg_file_replace__ (file, bytes);
end

function [bytes, type, shape] = bytes_of (value)
  [type, shape] = deal (class (value), size (value));
  if (! ((isnumeric (value) || ischar (value) || islogical (value)) && ndims (value) == 2) ...
      || issparse (value) || iscomplex (value))
    value = save ('-binary', '-', 'value');
    [type, shape] = deal ('saved', size (value));
  end
  if (ischar (value) || islogical (value))
    value = uint8 (value);
  end
  bytes = typecast (value(:), 'uint8')(:);   # of one number it is a row
end
