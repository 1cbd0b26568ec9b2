## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [values, starts, gaps, fault] = nnr.data.table_columns (bytes, format, found, kinds)
##
## The columns of a scanned table. VALUES is a cell with, for a column of texts, the numbers of the
## texts (uint32), which begin at the bytes STARTS. FAULT is the column, line and byte of a field
## that does not fit its kind, or empty.

function [values, starts, gaps, fault] = table_columns (bytes, format, found, kinds)
  is_text = kinds == 2;
  [values, starts] = deal (cell (size (kinds)), cell (size (kinds)));
  [gaps, fault] = deal (zeros (size (kinds)), []);
  if (any (is_text))
    wanted = kinds;
    wanted(! is_text) = 3;
    [values, starts, gaps, ~, fault] = nnr.core.call (@__nnreg_table_read__, bytes, format, ...
                                                      found, wanted);
  end
  if (isempty (fault) && ! all (is_text))
    wanted = kinds;
    wanted(is_text) = 3;
    [parts, new_gaps, fault] = read_parts (bytes, format, found, wanted);
    gaps += new_gaps;
    values(! is_text) = parts(! is_text);
  end
end

## Octave copies what a gateway returns. So some millions of bytes are read at a time. A table of
## one column is read at once: its empty lines are rows.
function [values, gaps, fault] = read_parts (bytes, format, found, wanted)
  most = 2 ^ 24;
  num_rows = found.NumRows;
  step = max (1000, floor (most / (8 * sum (wanted != 3))));
  if (isscalar (wanted))
    step = max (1, num_rows);
  end
  values = cell (size (wanted));
  for j = find (wanted != 3)(:).'
    values{j} = zeros (num_rows, 1);
    if (wanted(j) == 1)
      values{j} = false (num_rows, 1);
    end
  end
  gaps = zeros (size (wanted));
  fault = [];
  for first = 1:step:num_rows
    found.NumRows = min (step, num_rows - first + 1);
    [parts, ~, new_gaps, place, fault] = nnr.core.call (@__nnreg_table_read__, bytes, format, ...
                                                        found, wanted);
    if (! isempty (fault))
      break
    end
    for j = find (wanted != 3)(:).'
      ## Out of its cell while it changes, so that Octave need not copy it.
      column = values{j};
      values{j} = [];
      column(first:first + rows (parts{j}) - 1,1) = parts{j};
      values{j} = column;
    end
    [found.At, found.Line] = deal (place(1), place(2));
    gaps += new_gaps;
  end
end
