## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.results.print (r)
##
## Prints the table of a search: a line for each candidate, with marks at the best one and the one
## of the one-standard-error rule.

function print (r)
  names = nnr.grid.param_names (r.Results);
  others = {};
  if (isfield (r.Results, 'Scores'))
    others = fieldnames (r.Results(1).Scores)(2:end).';
  end
  halved = isfield (r.Results, 'Epochs');
  heads = [names, {lower(r.ScoreName), 'std'}, lower(others), {'zeros', 'seconds'}, ...
           {'epochs'}(halved(halved))];
  table = cell (numel (r.Results), numel (heads));
  for k = 1:numel (r.Results)
    table(k,:) = [param_cells(r.Results(k), names), number_cells(r, k, others, halved)];
  end
  widths = max (cellfun (@nnr.words.text_width, [heads; table]), [], 1);
  print_row (heads, widths, '');
  for k = 1:numel (r.Results)
    print_row (table(k,:), widths, mark (r, k));
  end
  fflush (stdout);
end

function cells = param_cells (result, names)
  cells = repmat ({'-'}, 1, numel (names));
  for j = 1:numel (names)
    if (isfield (result.Params, names{j}))
      value = result.Params.(names{j});
      cells{j} = nnr.words.option_text (value);
      if (isfloat (value) && isscalar (value))
        cells{j} = sprintf ('%.5g', value);   # drawn ones have many digits
      end
    end
  end
end

function cells = number_cells (r, k, others, halved)
  row = r.Results(k);
  cells = {score_text(row.Mean, r.ScoreName), sprintf('%.2g', row.Std)};
  for j = 1:numel (others)
    cells{end + 1} = score_text (mean (row.Scores.(others{j})), others{j});
  end
  cells = [cells, {sprintf('%.1f%%', 100 * row.Zeros), sprintf('%.2f', row.Seconds)}];
  if (halved)
    cells{end + 1} = sprintf ('%d', row.Epochs);
  end
end

function print_row (texts, widths, note)
  for j = 1:numel (texts)
    fprintf ('%s%s', '  '(1:1 + (j > 1)), nnr.words.padded (texts{j}, widths(j), 'left'));
  end
  fprintf ("%s\n", note);
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
