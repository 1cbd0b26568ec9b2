## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.write (file, kind, values)
##
## Writes the fields of the struct VALUES to FILE, which is replaced whole or not at all.
##
## Near its beginning is "nnreg KIND 2 CHECKSUM": the checksum of the whole file, with zeros in the
## checksum's place. A "checkpoint" (full real matrices) begins with this as a line; then come a
## line for each field with its name, class, rows and columns, an empty line, and the fields' bytes
## as they lie in memory. A "study" (any values) is what Octave's save writes of the variables head,
## which is this text, and VALUES.

function write (file, kind, values)
  head = sprintf ('nnreg %s 2 %s', kind, repmat ('0', 1, 32));
  if (strcmp (kind, 'study'))
    bytes = uint8 (save ('-binary', '-', 'head', 'values')(:));
  else
    bytes = with_fields (head, values);
  end
  at = strfind (char (bytes(1:min (end, 200)).'), head) + numel (head) - 32;
  bytes(at:at + 31) = uint8 (nnr.files.checksum (bytes));
  __nnreg_file_replace__ (file, bytes);
end

function bytes = with_fields (head, values)
  names = fieldnames (values);
  [lines, parts] = deal (cell (numel (names), 1));
  for k = 1:numel (names)
    value = values.(names{k});
    lines{k} = sprintf ("%s %s %d %d\n", names{k}, class (value), size (value));
    if (ischar (value) || islogical (value))
      value = uint8 (value);
    end
    parts{k} = typecast (value(:), 'uint8')(:);   # of one number it is a row
  end
  bytes = vertcat (uint8 ([head, "\n", lines{:}, "\n"].'), parts{:});
end
