## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.data.warn_of_table (about, found, first)
##
## Says where a table may not be what the user thinks: ABOUT is nnr.data.table_about's, FOUND the
## core's, FIRST the first column's values.

function warn_of_table (about, found, first)
  if (found.DoubtfulHeader)
    nnr.words.warn ('nnreg:table', ['%s: the first row has numbers and was taken for names of ' ...
                                    'columns; "ReadVariableNames", true or false decides'], ...
                    about.File);
  end
  other = setdiff ('.,', about.DecimalSeparator);
  if (found.MixedDecimals && ! any (found.Thousands == other))  # else warn_of_thousands says it
    nnr.words.warn ('nnreg:table', ['%s: a column has numbers with the decimal mark "%s", but ' ...
                                    '"%s" was taken, so that it is text; "DecimalSeparator" ' ...
                                    'and "ThousandsSeparator" decide'], about.File, other, ...
                    about.DecimalSeparator);
  end
  if (found.NumForeign > 0 && found.NumLetters > found.NumForeign ...
      && ! strcmp (about.Encoding, 'UTF-8'))
    nnr.words.warn ('nnreg:table', ['%s: line %d is not UTF-8, though other lines are; all was ' ...
                                    'read as %s, so that letters may be wrong; "Encoding" ' ...
                                    'decides'], about.File, found.ForeignLine, about.Encoding);
  end
  warn_of_thousands (about, found);
  if (! isempty (found.Unused) && strcmp (about.Columns(1).Type, 'text'))
    nnr.words.warn ('nnreg:table', ['%s: was read as one column, though "%s" divides its rows ' ...
                                    'alike; "Delimiter" decides, and "NumHeaderLines" skips ' ...
                                    'lines above a table'], about.File, found.Unused);
  end
  warn_of_columns (about, found);
  warn_of_equal_names (about);
  warn_of_row_numbers (about, first);
  title = about.Columns(1).Title;
  if (numel (about.Columns) == 1 && strncmp (title, '#', 1))
    nnr.words.warn ('nnreg:table', ['%s: was read as one column, whose name begins with "#"; ' ...
                                    '"CommentStyle", "#" skips lines of comment'], about.File);
  end
end

## R and pandas write the numbers of rows, in a column without a name: no property of a row, but in
## a table that is sorted the response may depend on it.
function warn_of_row_numbers (about, first)
  count = numel (first);
  if (isa (first, 'double') && about.ReadVariableNames && isempty (about.Columns(1).Title) ...
      && count > 1 && any (first(1) == [0, 1]) && isequal (first, first(1) + (0:count - 1).'))
    nnr.words.warn ('nnreg:table', ['%s: the first column has no name and counts the rows; ' ...
                                    'T = rmfield (T, "%s") takes it away, or a model learns ' ...
                                    'from it'], about.File, about.Columns(1).Name);
  end
end

function warn_of_equal_names (about)
  [titles, first, at] = unique ({about.Columns.Title}, 'first');
  again = setdiff (1:numel (at), first);
  again = again(! cellfun ('isempty', titles(at(again))));
  if (! isempty (again))
    nnr.words.warn ('nnreg:table', ['%s: two columns have the name "%s", %s are fields of the ' ...
                                    'table; "VariableNames" decides'], about.File, ...
                    nnr.words.cut_text (about.Columns(again(1)).Title, 40), ...
                    strjoin ({about.Columns([first(at(again(1))), again(1)]).Name}, ' and '));
  end
end

function warn_of_thousands (about, found)
  at = find (found.Thousands != ' ' & ! strcmp ({about.Columns.Note}, 'as told'), 1);
  if (isempty (at))
    return
  end
  mark = found.Thousands(at);
  read_as = 'is text';
  if (strcmp (about.Columns(at).Type, 'number'))
    read_as = sprintf ('was read with "%s" as the decimal mark', about.DecimalSeparator);
  end
  nnr.words.warn ('nnreg:table', ['%s: column "%s" %s, but "%s" may stand between thousands in ' ...
                                  'it; "ThousandsSeparator" or "DecimalSeparator" decides'], ...
                  about.File, about.Columns(at).Name, read_as, mark);
end

## Columns that would be numbers but for a few values, or a few words in less than half of the rows,
## or that are numbers with a unit.
function warn_of_columns (about, found)
  [share, most_words] = deal (0.1, 3);
  is_text = strcmp ({about.Columns.Type}, 'text') & ! strcmp ({about.Columns.Note}, 'as told');
  odd = found.Values - found.Numbers;
  has_unit = ! (cellfun ('isempty', found.Units) & cellfun ('isempty', found.Marks));
  few = odd <= share * found.Values | (odd < found.Values / 2 & found.OddWords <= most_words);
  few &= is_text & odd > 0 & found.Thousands == ' ';
  warn_of_mixed (about, found, ! few & is_text);
  some = find (few | has_unit);
  for j = some(1:min (end, 3))
    nnr.words.warn ('nnreg:table', '%s: column "%s" is text%s', about.File, ...
                    about.Columns(j).Name, why (about.Columns(j), found.Units{j}, ...
                                                found.Marks{j}, found.Decimals{j}));
  end
  if (numel (some) > 3)
    nnr.words.warn ('nnreg:table', '%s: %d more columns are text for a few values or a unit', ...
                    about.File, numel (some) - 3);
  end
end

## The first of CANDIDATES in which most texts are numbers, but not of one unit.
function warn_of_mixed (about, found, candidates)
  j = find (candidates & 2 * [found.Mixed.Count] > [found.Mixed.Of], 1);
  if (isempty (j))
    return
  end
  m = found.Mixed(j);
  examples = cellfun (@(text) ['"', nnr.words.cut_text(text, 20), '"'], m.Examples(:).', ...
                      'UniformOutput', false);
  nnr.words.warn ('nnreg:table', ['%s: column "%s" is text, but %d of %d different texts look ' ...
                                  'like numbers with units (%s); no option reads different ' ...
                                  'ones, so make them alike in the file'], about.File, ...
                  about.Columns(j).Name, m.Count, m.Of, strjoin (examples, ', '));
end

## What would make numbers of the COLUMN.
function text = why (column, unit, mark, decimal)
  if (isempty (unit) && isempty (mark))
    text = sprintf ([': %s; "TreatAsMissing" makes such a value a gap, "VariableTypes" ' ...
                     'decides'], column.Note);
    return
  end
  options = {'TrimNonNumeric', 'true'; 'ThousandsSeparator', ['"', mark, '"']; ...
             'DecimalSeparator', ['"', decimal, '"']};
  options = options(! cellfun ('isempty', {unit, mark, decimal}),:).';
  options = sprintf ('"%s", %s, ', options{:});
  if (isempty (unit))
    column.Note = 'numbers';
  end
  text = sprintf (', but its values look like %s; with %s they are', column.Note, ...
                  options(1:end - 2));
end
