## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.data.warn_of_table (about, found)
##
## Says where a table may not be what the user thinks: ABOUT is nnr.data.table_about's, FOUND the
## core's.

function warn_of_table (about, found)
  if (found.DoubtfulHeader)
    nnr.words.warn ('nnreg:table', ['%s: the first row has numbers and was taken for names of ' ...
                                    'columns; "ReadVariableNames", true or false decides'], ...
                    about.File);
  end
  if (found.MixedDecimals)
    nnr.words.warn ('nnreg:table', ['%s: a column has numbers with the decimal mark "%s", ' ...
                                    'others have "%s", which was taken; "DecimalSeparator" ' ...
                                    'and "ThousandsSeparator" decide'], about.File, ...
                    setdiff ('.,', about.DecimalSeparator), about.DecimalSeparator);
  end
  if (found.NumForeign > 0 && found.NumLetters > found.NumForeign ...
      && ! strcmp (about.Encoding, 'UTF-8'))
    nnr.words.warn ('nnreg:table', ['%s: line %d is not UTF-8, though other lines are; all was ' ...
                                    'read as %s, so that letters may be wrong; "Encoding" ' ...
                                    'decides'], about.File, found.ForeignLine, about.Encoding);
  end
  warn_of_columns (about, found);
end

## Columns that would be numbers but for a few values.
function warn_of_columns (about, found)
  share = 0.1;
  is_text = strcmp ({about.Columns.Type}, 'text') & ! strcmp ({about.Columns.Note}, 'as told');
  odd = found.Values - found.Numbers;
  few = find (is_text & odd > 0 & odd <= share * found.Values);
  for j = few(1:min (end, 3))
    column = about.Columns(j);
    nnr.words.warn ('nnreg:table', ['%s: column "%s" is text: %s; "TreatAsMissing" makes such a ' ...
                                    'value a gap, "VariableTypes" decides'], about.File, ...
                    column.Name, column.Note);
  end
  if (numel (few) > 3)
    nnr.words.warn ('nnreg:table', '%s: %d more columns are text for a few values', ...
                    about.File, numel (few) - 3);
  end
end
