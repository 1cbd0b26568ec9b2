## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The rows of a table of points that write_table wrote earlier: a struct array with Name, Points,
## Remarks and Key. A file of another kind is an error, since it would be overwritten. A table with
## other points or another separator has no rows that can be used.

function rows = read_table (table)
  rows = struct ('Name', {}, 'Points', {}, 'Remarks', {}, 'Key', {});
  if (exist (table.File, 'file') != 2)
    return
  end
  lines = strsplit (fileread (table.File), "\r\n");
  mark = char ([239, 187, 191]);
  if (! strncmp (lines{1}, [mark 'Submission'], 13))
    error ('nnreg_course_grade: %s is no table of points; choose another name', table.File);
  end
  head = table_head (table);
  if (! isequal (fields_of (lines{1}(4:end), table.Separator), head))
    return
  end
  for line = lines(2:end)
    fields = fields_of (line{1}, table.Separator);
    if (numel (fields) == numel (head))
      points = str2double (strrep (fields(2:numel (table.Tasks) + 1), ',', '.'));
      rows(end + 1) = struct ('Name', regexprep (fields{1}, '^''(?=[=+@-])', ''), 'Points', ...
                              points, 'Remarks', fields{end - 1}, 'Key', fields{end});
    end
  end
end

## The fields of a line, without quotation marks.
function fields = fields_of (line, separator)
  pattern = sprintf ('(?:^|%s)("(?:[^"]|"")*"|[^%s]*)', separator, separator);
  fields = cellfun (@(t) t{1}, regexp (line, pattern, 'tokens'), 'UniformOutput', false);
  for k = find (strncmp (fields, '"', 1))(:).'
    fields{k} = strrep (fields{k}(2:end - 1), '""', '"');
  end
end
