## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.results.print (r)
## nnr.results.print (r, most)
##
## Prints the result R of a search: a line for each candidate, with marks at the best one and at the
## choice of the one-standard-error rule. Of more than MOST + 2 candidates only the best MOST are
## printed, and the choice. Of lines of more than 80 columns seconds and epochs are left out, and
## then the gaps become smaller.

function print (r, most)
  if (nargin < 2)
    most = Inf;
  end
  table = cell (numel (r.Results) + 1, 0);
  for name = nnr.grid.param_names (r.Results)
    texts = arrayfun (@(one) param_text (one.Params, name{1}), r.Results, 'UniformOutput', false);
    table(:,end + 1) = [name; texts(:)];
  end
  table = [table, score_column(r.ScoreName, [r.Results.Mean]), ...
           spread_column([r.Results.Std])];
  if (isfield (r.Results, 'Scores'))
    for name = fieldnames (r.Results(1).Scores)(2:end).'
      means = arrayfun (@(one) mean (one.Scores.(name{1})), r.Results);
      table = [table, score_column(name{1}, means)];
    end
  end
  table = [table, column('zeros', '%.1f%%', 100 * [r.Results.Zeros]), ...
           column('seconds', '%.2f', [r.Results.Seconds])];
  if (isfield (r.Results, 'Epochs'))
    cells = column ('epochs', '%d', [r.Results.Epochs]);
    cells(find (isnan ([r.Results.Epochs])) + 1) = {'-'};
    table = [table, cells];
  end
  marks = repmat ({''}, rows (table), 1);
  places = 0:rows (table) - 1;          # an index may be NaN or empty
  marks(ismember (places, r.BestIndex)) = {'  best'};
  chosen = ismember (places, r.OneSEIndex);
  marks(chosen) = {[marks{chosen}, '  1 s.e.']};
  shown = [1, 1 + listed(r, most)];
  [table, marks] = deal (table(shown,:), marks(shown));
  [table, gap] = narrowed (table, max (cellfun (@numel, marks)));
  widths = max (cellfun (@nnr.words.text_width, table), [], 1);
  for k = 1:rows (table)
    cells = cellfun (@(text, width) nnr.words.padded (text, width, 'left'), table(k,:), ...
                     num2cell (widths), 'UniformOutput', false);
    printf (" %s%s\n", strjoin (cells, gap), marks{k});
  end
  if (numel (shown) <= numel (r.Results))
    printf (" (%d of %d candidates; nnreg_gridsearch (\"table\", r) prints all)\n", ...
            numel (shown) - 1, numel (r.Results));
  end
  print_note (r);
  fflush (stdout);
end

## The TABLE and the GAP between its columns, so that with marks of so many letters its lines have
## at most 80 columns, if that can be had.
function [table, gap] = narrowed (table, mark_width)
  gap = '  ';
  for name = {'seconds', 'epochs', ''}
    widths = max (cellfun (@nnr.words.text_width, table), [], 1);
    if (1 + sum (widths) + 2 * (numel (widths) - 1) + mark_width <= 80)
      return
    end
    table(:,strcmp (table(1,:), name{1})) = [];
  end
  gap = ' ';
end

## The places of the candidates to print, in their order.
function places = listed (r, most)
  places = 1:numel (r.Results);
  if (numel (places) > most + 2)
    [~, order] = sort ([r.Results.Mean], merge (r.LargerIsBetter(1), 'descend', 'ascend'));
    undefined = isnan ([r.Results(order).Mean]);
    order = [order(! undefined), order(undefined)];
    chosen = places(ismember (places, [r.BestIndex, r.OneSEIndex]));
    places = unique ([order(1:most), chosen]);
  end
end

function print_note (r)
  if (numel (r.Results) > 1)
    printf (" %s\n", nnr.results.optimism (numel (r.Results), 'candidate', isfield (r, 'Nested')));
  end
  if (isfield (r, 'Nested'))
    printf (" nested estimate: %s %.5g, s.e. %.2g, of %d outer folds\n", r.ScoreName, ...
            r.Nested.Mean, r.Nested.StdError, numel (r.Nested.FoldScores));
  end
end

function cells = column (head, form, values)
  cells = [{head}; arrayfun(@(value) sprintf (form, value), values(:), 'UniformOutput', false)];
end

## A single fold has no spread.
function cells = spread_column (values)
  cells = column ('std', '%.2g', values);
  cells(find (isnan (values)) + 1) = {'-'};
end

function cells = score_column (name, values)
  form = '%.5g';
  if (strcmp (name, 'Accuracy'))
    form = '%.4f';
  end
  cells = column (lower (name), form, values);
end

function text = param_text (params, name)
  text = '-';
  if (isfield (params, name))
    text = nnr.words.option_text (params.(name));
    if (isfloat (params.(name)) && isscalar (params.(name)))
      text = sprintf ('%.5g', params.(name));   # drawn ones have many digits
    end
  end
end
