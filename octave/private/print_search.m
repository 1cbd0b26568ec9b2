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
## @deftypefn {Private Function} {} print_search (@var{r})
## The table of a search: a line for each candidate, best and one-standard-error marked.
## @seealso{nnreg_gridsearch}
## @end deftypefn

function print_search (r)
  names = fieldnames (r.Results(1).Params).';
  table = cell (numel (r.Results), numel (names));
  for k = 1:numel (r.Results)
    for j = 1:numel (names)
      table{k,j} = option_text (r.Results(k).Params.(names{j}));
    end
  end
  widths = max (cellfun ('numel', [names; table]), [], 1);
  print_row (names, widths);
  fprintf (" %10s %8s %7s %8s\n", lower (r.ScoreName), 'std', 'zeros', 'seconds');
  for k = 1:numel (r.Results)
    print_row (table(k,:), widths);
    row = r.Results(k);
    fprintf (' %10s %8.2g %6.1f%% %8.2f', score_text (row.Mean, r.ScoreName), row.Std, 100 * row.Zeros, row.Seconds);
    fprintf ("%s\n", mark (r, k));
  end
  fflush (stdout);
end

function print_row (texts, widths)
  for j = 1:numel (texts)
    fprintf (' %*s', widths(j), texts{j});
  end
end

function text = score_text (value, name)
  form = '%.5g';
  if (strcmp (name, 'Accuracy'))
    form = '%.4f';
  end
  text = sprintf (form, value);
end

function text = mark (r, k)
  text = '';
  if (k == r.BestIndex)
    text = '  best';
  end
  if (k == r.OneSEIndex)
    text = [text, '  1 s.e.'];
  end
end
