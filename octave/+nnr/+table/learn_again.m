## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [own, same] = nnr.table.learn_again (recipe, T, wanted, weights)
##
## What the rows WANTED of the table T alone say, for the columns of X that the recipe has: a struct
## for nnr.table.apply with Fill (1-by-P, medians) and Live (1-by-D): a column of X is not live if
## these rows alone would not have made it. SAME is true if X stays as the recipe makes it of T; of
## columns of numbers without gaps, which may be thousands, OWN is [] then.

function [own, same] = learn_again (recipe, T, wanted, weights)
  of_matrix = strcmp (recipe.Source, 'matrix');
  numbers = strcmp ({recipe.Columns.Kind}, 'number');
  live = true (1, numel (numbers));
  [gaps, indicator] = deal (! live);
  for group = nnr.table.spans (T, find (numbers))
    values = [T.Values{group{1}}];
    gaps(group{1}) = any (isnan (values), 1);
    live(group{1}) = of_matrix | varies (values, wanted);   # no median is needed
  end
  if (all (live) && all (numbers) && ! any (gaps))
    [own, same] = deal ([], true);
    return
  end
  [block, part] = nnr.table.layout (recipe);
  own = struct ('Fill', [recipe.Columns.Fill], 'Live', true (size (block)));
  filled = find (gaps);
  if (! isempty (filled))
    [c, reasons] = nnr.table.learn_numbers (T, filled, wanted, weights);
    own.Fill(filled) = [c.Fill];
    live(filled) = of_matrix | cellfun (@isempty, reasons);
    indicator(filled) = [c.Indicator];
  end
  own.Live = live(block) & (part == 1 | indicator(block));
  for k = find (! numbers)(:).'
    at = block == k;
    [c, reason] = nnr.table.learn_column (T, k, wanted, weights);
    each = [ismember(recipe.Columns(k).Levels(:).', c.Levels), c.Other, c.Gap];
    own.Live(at) = each(part(at)) & isempty (reason);
  end
  same = all (own.Live) && isequal (own.Fill, [recipe.Columns.Fill]);
end

## Which columns have two values in the rows WANTED, a gap among them. Two rows tell it of most.
function yes = varies (values, wanted)
  yes = values(wanted(1),:) != values(wanted(end),:);
  rest = find (! yes);
  if (! isempty (rest))
    values = values(wanted,rest);
    yes(rest) = any (values != values(1,:), 1);
  end
end

%!test
%! T = nnr.table.read ("T", struct ("n", [5; NaN; 1; 3], "t", {{"b"; "a"; "b"; "c"}}));
%! r = nnr.table.learn (T, "table", [], []);
%! [own, same] = nnr.table.learn_again (r, T, [1, 3, 4], []);
%! assert ({own.Fill(1), own.Live, same}, {3, logical([1 0 0 1 1]), false});
%! [own, same] = nnr.table.learn_again (r, T, 1:4, []);
%! assert ({own.Live, same}, {true(1, 5), true});
%! [own, same] = nnr.table.learn_again (r, T, 1:2, []);
%! assert (own.Live, logical ([1 1 0 0 0]));   # as many texts as rows
