## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.results.write_csv (r, file)
##
## Writes the table of a search as a CSV file (RFC 4180): a row for each candidate with the columns
## of R.Table and then the score of each fold. Numbers have enough digits to be read back exactly.

function write_csv (r, file)
  names = fieldnames (r.Table).';
  num_folds = numel (r.Results(1).FoldScores);
  heads = [names, arrayfun(@(k) sprintf ('Fold%d', k), 1:num_folds, 'UniformOutput', false)];
  lines = {strjoin(cellfun (@quoted, heads, 'UniformOutput', false), ',')};
  for k = 1:numel (r.Results)
    cells = cellfun (@(name) field_text (r.Table.(name), k), names, 'UniformOutput', false);
    folds = arrayfun (@number_text, r.Results(k).FoldScores, 'UniformOutput', false);
    lines{end + 1} = strjoin ([cells, folds], ',');
  end
  try                        # fprintf and fclose do not report a full disk
    __nnreg_file_replace__ (tilde_expand (file), uint8 (sprintf ("%s\r\n", lines{:})(:)));
  catch err
    error ('nnreg:badFile', 'the CSV file "%s" cannot be written: %s', file, ...
           regexprep (nnr.words.utf8 (err.message), '^.* cannot be \w+: ', ''));
  end
end

function text = field_text (column, k)
  if (iscell (column))
    text = quoted (nnr.words.option_text (column{k}));
    if (isnumeric (column{k}) && isscalar (column{k}))
      text = number_text (column{k});
    end
  else
    text = number_text (column(k));
  end
end

function text = number_text (value)
  text = sprintf ('%.15g', value);
  if (str2double (text) != value)
    text = sprintf ('%.17g', value);
  end
end

function text = quoted (text)
  if (any (ismember (text, char ([34, 44, 13, 10]))))   # quote, comma, end of line
    text = ['"', strrep(text, '"', '""'), '"'];
  end
end
