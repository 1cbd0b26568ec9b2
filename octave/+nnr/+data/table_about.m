## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## about = nnr.data.table_about (format, found, columns)
##
## What nnreg_readtable says of a table: its second output. FORMAT and FOUND are the core's;
## COLUMNS has Names, Titles, Kinds, Told, Gaps and OddTexts for each column, Name of the file and
## Encoding.

function about = table_about (format, found, columns)
  delimiter = format.Delimiter;
  if (strcmp (delimiter, "\n"))
    delimiter = '';
  end
  about = struct ('File', columns.Name, 'Delimiter', delimiter, ...
                  'DecimalSeparator', format.Decimal, 'ThousandsSeparator', format.Thousands, ...
                  'ReadVariableNames', format.Header == 1, 'Encoding', columns.Encoding, ...
                  'NumRows', found.NumRows);
  kinds = nnr.data.table_kinds ();
  notes = arrayfun (@(j) note_of (format, found, columns, j), 1:numel (columns.Kinds), ...
                    'UniformOutput', false);
  about.Columns = struct ('Name', columns.Names, 'Title', columns.Titles, ...
                          'Type', kinds(1 + columns.Kinds), 'Gaps', num2cell (columns.Gaps), ...
                          'Note', notes);
end

## Why the column has its type, where the reader would ask.
function note = note_of (format, found, columns, j)
  note = '';
  if (columns.Told(j))
    note = 'as told';
  elseif (found.Naming == 1 && j == 1)
    note = 'names of the rows';
  elseif (found.Values(j) == 0 && found.NumRows > 0)
    note = 'all gaps';
  elseif (! isempty (found.Trimmed{j}))
    note = sprintf ('without %s', quoted (found.Trimmed{j}));
  elseif (! isempty (found.Units{j}))
    note = sprintf ('numbers with %s', quoted (found.Units{j}));
  elseif (columns.Kinds(j) != 2 || found.Numbers(j) == 0)
    return
  elseif (found.Numbers(j) < found.Values(j) && found.OddLine(j) == 0)
    note = sprintf ('%d of %d are no numbers with the decimal mark "%s"', ...
                    found.Values(j) - found.Numbers(j), found.Values(j), format.Decimal);
  elseif (found.Numbers(j) < found.Values(j))
    note = sprintf ('%d of %d are no numbers, first "%s" in line %d', ...
                    found.Values(j) - found.Numbers(j), found.Values(j), ...
                    nnr.words.cut_text (columns.OddTexts{j}, 20), found.OddLine(j));
  elseif (found.Codes(j) > 0)
    note = 'leading zeros';
  elseif (found.Longs(j) > 0)
    note = 'integers too long for a number';
  end
end

## A unit such as "kg" in quotes; what it is called without.
function text = quoted (unit)
  text = unit;
  if (! any (unit == ' '))
    text = ['"', unit, '"'];
  end
end
