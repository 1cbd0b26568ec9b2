## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {} write_search_csv (@var{caller}, @var{r}, @var{file})
## The table of a search as a CSV file (RFC 4180): a row for each candidate, the columns
## of @code{r.Table} and then the score of each fold; numbers with 17 digits, so that they
## can be read back as they were.
## @seealso{search_table}
## @end deftypefn

function write_search_csv (caller, r, file)
  names = fieldnames (r.Table).';
  num_folds = numel (r.Results(1).FoldScores);
  heads = [names, arrayfun(@(k) sprintf ('Fold%d', k), 1:num_folds, 'UniformOutput', false)];
  lines = {strjoin(cellfun (@quoted, heads, 'UniformOutput', false), ',')};
  for k = 1:numel (r.Results)
    cells = cellfun (@(name) field_text (r.Table.(name), k), names, 'UniformOutput', false);
    folds = arrayfun (@number_text, r.Results(k).FoldScores, 'UniformOutput', false);
    lines{end + 1} = strjoin ([cells, folds], ',');
  end
  try                        # fprintf and fclose do not tell when the disk is full
    __nnreg_file_replace__ (tilde_expand (file), uint8 (sprintf ("%s\r\n", lines{:})(:)));
  catch err
    error ('nnreg:badFile', '%s: the CSV file "%s" cannot be written: %s', caller, file, ...
           regexprep (err.message, '^.* cannot be \w+: ', ''));
  end
end

function text = field_text (column, k)
  if (iscell (column))
    text = quoted (option_text (column{k}));
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
