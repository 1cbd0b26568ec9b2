## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.table.print (recipe)
##
## Prints how a table becomes a matrix: a line of at most 80 columns for each of its columns, or for
## the first 19.

function print (recipe)
  [block, ~] = nnr.table.layout (recipe);
  printf ("%s, learned from %s; X has %s\n\n", nnr.table.summary (recipe), ...
          nnr.words.count_text (recipe.NumRows, 'row'), ...
          nnr.words.count_text (numel (block), 'column'));
  lines = {'column', 'taken as', 'gaps', 'columns of X', ''};
  for k = 1:numel (recipe.Columns)
    c = recipe.Columns(k);
    lines(end + 1,:) = {c.Name, taken_as(c), gaps_text(c), ranges(find (block == k)), details(c)};
  end
  for out = recipe.LeftOut
    lines(end + 1,:) = {out.Name, 'left out', '', '-', out.Reason};
  end
  shown = lines(1:min (end, 20),:);
  widths = [20, 10, 22, 12, 0];
  left = 79;
  for k = 1:columns (shown)
    most = max (widths(k), min (left - 2, 40 * (k == 5)));
    if (k == 5)                 # its texts begin with what matters
      cells = cellfun (@(text) nnr.words.cut_text (text, most), ...
                       nnr.words.label_texts (shown(:,k), Inf), 'UniformOutput', false);
    else
      cells = nnr.words.label_texts (shown(:,k), most);
    end
    width = max (cellfun (@nnr.words.text_width, cells));
    shown(:,k) = cellfun (@(text) ['  ', nnr.words.padded(text, width, 'right')], cells, ...
                          'UniformOutput', false);
    left -= width + 2;
  end
  for k = 1:rows (shown)
    printf ("%s\n", regexprep ([shown{k,:}], ' +$', ''));
  end
  if (rows (shown) < rows (lines))
    printf ("  (the first %d of %d)\n", rows (shown) - 1, rows (lines) - 1);
  end
  fflush (stdout);
end

function text = taken_as (c)
  text = 'number';
  if (! strcmp (c.Kind, 'number'))
    text = nnr.words.count_text (numel (c.Levels) + c.Other + c.Gap, 'level');
  end
end

function text = gaps_text (c)
  text = '';
  if (c.Gaps == 0)
    return
  elseif (strcmp (c.Kind, 'number'))
    text = sprintf ('%d, filled with %.5g', c.Gaps, c.Fill);
  else
    text = sprintf ('%d, %s', c.Gaps, merge (c.Gap, 'a level', 'rare'));
  end
end

## What the columns of X are.
function text = details (c)
  if (strcmp (c.Kind, 'number'))
    text = merge (c.Indicator, '+ gap column', '');
    return
  end
  text = strjoin (c.Levels(:).', ', ');
  if (c.Other)
    text = sprintf ('%d rare; %s', numel (c.Rare), text);
  end
end

## "3-7", or "1, 9" of a matrix.
function text = ranges (at)
  if (numel (at) > 1 && all (diff (at) == 1))
    text = sprintf ('%d-%d', at(1), at(end));
  else
    text = strjoin (arrayfun (@num2str, at, 'UniformOutput', false), ', ');
  end
end

%!test
%! T = struct ("age", [31; 47; NaN; 5], "city", {{"Rome"; "Bonn"; "Rome"; ""}}, "one", ones (4, 1));
%! r = nnr.table.learn (nnr.table.read ("T", T), "table", [], []);
%! text = evalc ("nnr.table.print (r)");
%! assert (text, sprintf ("%s\n", ...
%!   "2 predictors, 2 with gaps; 1 column left out, learned from 4 rows; X has 5 columns", "", ...
%!   "  column  taken as  gaps               columns of X", ...
%!   "  age     number    1, filled with 31  1-2           + gap column", ...
%!   "  city    3 levels  1, a level         3-5           Bonn, Rome", ...
%!   "  one     left out                     -             one value"));
