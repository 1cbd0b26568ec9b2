## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Writes the ROWS of submissions as CSV: UTF-8 with the mark that spreadsheets know it by.

function write_table (table, rows)
  text = line_of (table, table_head (table));
  for row = rows
    points = sum (row.Points);
    percent = round (1000 * points / sum (table.MaxPoints)) / 10;
    fields = [{row.Name}, num2cell(row.Points), {points, percent, row.Remarks, row.Key}];
    text = [text, line_of(table, fields)];
  end
  fresh = [table.File '.new'];
  fid = fopen (fresh, 'w');
  if (fid < 0)
    error ('nnreg_course_grade: %s cannot be written', fresh);
  end
  fwrite (fid, [char([239, 187, 191]), text]);
  fclose (fid);
  [status, why] = rename (fresh, table.File);
  if (status != 0)
    error ('nnreg_course_grade: %s cannot be written; is it open in a spreadsheet? %s', ...
           table.File, why);
  end
end

function text = line_of (table, fields)
  fields = cellfun (@(field) quoted (field, table.Separator), fields, 'UniformOutput', false);
  text = [strjoin(fields, table.Separator), "\r\n"];
end

## A text that begins like a formula gets an apostrophe, or a spreadsheet would compute it.
function text = quoted (field, separator)
  if (isnumeric (field))
    text = sprintf ('%.10g', field);
    if (separator == ';')
      text = strrep (text, '.', ',');
    end
    return
  end
  text = field;
  if (any (strncmp (text, {'=', '+', '-', '@'}, 1)))
    text = ['''', text];
  end
  if (any (ismember (text, [',;"', char([9, 10, 13])])))
    text = ['"', strrep(text, '"', '""'), '"'];
  end
end
