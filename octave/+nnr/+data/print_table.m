## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.data.print_table (about)
##
## Prints what a table was taken for (nnr.data.table_about), in at most 25 lines.

function print_table (about)
  most = 20;
  num_columns = numel (about.Columns);
  printf ("%s: %s, %s\n%s\n", about.File, nnr.words.count_text (about.NumRows, 'row'), ...
          nnr.words.count_text (num_columns, 'column'), format_text (about));
  shown = about.Columns;
  if (num_columns > most)
    shown = shown(1:most);
  end
  names = {shown.Name};
  width = max ([cellfun(@nnr.words.text_width, names), 4]);
  for column = shown(:).'
    line = sprintf ('  %s  %-7s  %s', nnr.words.padded (column.Name, width, 'right'), ...
                    column.Type, remarks (column));
    printf ("%s\n", deblank (line));
  end
  if (num_columns > most)
    rest = {about.Columns(most + 1:end).Type};
    counts = cellfun (@(kind) nnr.words.count_text (sum (strcmp (rest, kind)), kind), ...
                      nnr.data.table_kinds (), 'UniformOutput', false);
    printf ("  and %d more: %s\n", numel (rest), strjoin (counts, ', '));
  end
end

function text = format_text (about)
  marks = {',', 'commas'; ';', 'semicolons'; "\t", 'tabs'; ' ', 'blanks'};
  parts = {about.Encoding, sprintf('decimal mark "%s"', about.DecimalSeparator)};
  at = find (strcmp (about.Delimiter, marks(:,1)));
  if (! isempty (at))
    parts{end + 1} = [marks{at,2}, ' between columns'];
  elseif (! isempty (about.Delimiter))
    parts{end + 1} = ['"', about.Delimiter, '" between columns'];
  end
  names = {'no names', 'names in the first row'};
  parts{end + 1} = names{1 + about.ReadVariableNames};
  text = strjoin (parts, ', ');
end

function text = remarks (column)
  parts = {};
  if (column.Gaps > 0)
    parts{end + 1} = nnr.words.count_text (column.Gaps, 'gap');
  end
  if (! isempty (column.Note))
    parts{end + 1} = column.Note;
  end
  if (! isempty (column.Title) && ! strcmp (column.Title, column.Name))
    parts{end + 1} = sprintf ('in the file "%s"', nnr.words.cut_text (column.Title, 40));
  end
  text = strjoin (parts, '; ');
end

%!function text = printed (varargin)
%!  [~, about] = nnr.data.read_table (varargin{1}, nnr.data.table_options (varargin(2:end)));
%!  text = evalc ("nnr.data.print_table (about)");
%!endfunction
%!test
%! text = printed ({"House price", "zip", "b"; "1,5", "007", "true"; "", "", "false"});
%! assert (text, ["the cell: 2 rows, 3 columns\n", ...
%!                "UTF-8, decimal mark \",\", tabs between columns, names in the first row\n", ...
%!                "  HousePrice  number   1 gap; in the file \"House price\"\n", ...
%!                "  zip         text     1 gap; leading zeros\n", ...
%!                "  b           logical\n"]);
%!test # at most 25 lines
%! text = printed (num2cell (ones (2, 3000)));
%! assert (sum (text == "\n"), 23);
%! assert (strfind (text, "  and 2980 more: 2980 numbers, 0 logicals, 0 texts\n") > 0);
