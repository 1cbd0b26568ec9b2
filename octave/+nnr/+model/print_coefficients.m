## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.print_coefficients (c)
##
## Prints the struct C of nnreg_coef as a table of at most 23 lines and 80 columns, the strongest
## coefficients first.

function print_coefficients (c)
  t = nnr.model.coefficient_table (c);
  [~, order] = sort (t.Strengths, 'descend');
  live = order(t.Strengths(order) > 0);
  shown = live(1:min (end, 14));
  printf ("%s\n\n", t.Heading);
  if (! isempty (shown) || ! isempty (t.First))
    print_rows (t, shown, c.Names(t.Inputs(shown)));
  end
  if (numel (shown) < numel (live))
    printf ("  (the strongest %d of %d)\n", numel (shown), numel (live));
  end
  printf ("\n  %s\n", t.Count);
  fflush (stdout);
end

function print_rows (t, shown, names)
  numbers = [{'column'; ''}; cellstr(num2str (t.Inputs(shown)))];
  numbers = numbers(1:numel (shown) + 2);       # of no number cellstr makes one text
  cells = {numbers, [{''; '(intercept)'}; cut(names, 18)]};
  sides = {'left', 'right'};
  if (! isempty (t.Labels))
    cells{end + 1} = [{'output'; ''}; cut(t.Labels(shown), 16)];
    sides{end + 1} = 'right';
  end
  values = t.Values(shown,:);
  values = [NaN(1, columns (values)); values];
  if (! isempty (t.First))
    values(1,:) = t.First;
  end
  titles = cut (t.Titles, 11);
  for k = 1:columns (values)
    texts = arrayfun (@(v) sprintf ('%.5g', v), values(:,k), 'UniformOutput', false);
    texts(isnan (values(:,k))) = {''};
    cells{end + 1} = [titles(k); texts];
    sides{end + 1} = 'left';
  end
  lines = cellfun (@pad_all, cells, sides, 'UniformOutput', false);
  lines = regexprep (strcat (lines{:}), ' +$', '');
  if (isempty (t.First))
    lines(2) = [];
  end
  printf ("%s\n", lines{:});
end

function texts = cut (texts, longest)
  texts = nnr.words.label_texts (texts(:), longest);
end

function texts = pad_all (texts, side)
  width = max (cellfun (@nnr.words.text_width, texts));
  texts = cellfun (@(text) ['  ', nnr.words.padded(text, width, side)], texts, ...
                   'UniformOutput', false);
end
