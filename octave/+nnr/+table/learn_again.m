## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [own, same] = nnr.table.learn_again (recipe, T, wanted, weights)
##
## What the rows WANTED of the table T alone say, for the columns of X that the recipe has: a struct
## for nnr.table.apply with Fill (1-by-P, medians) and Live (1-by-D): a column of X is not live if
## these rows alone would not have made it. SAME is true if X stays as the recipe makes it of T.

function [own, same] = learn_again (recipe, T, wanted, weights)
  [block, part] = nnr.table.layout (recipe);
  own = struct ('Fill', [recipe.Columns.Fill], 'Live', true (size (block)));
  same = true;
  for k = 1:numel (recipe.Columns)
    whole = recipe.Columns(k);
    at = find (block == k);
    if (strcmp (whole.Kind, 'number') && ! any (isnan (T.Values{k})))
      values = T.Values{k}(wanted);
      own.Live(at) = strcmp (recipe.Source, 'matrix') || any (values != values(1));
      continue                  # no median is needed
    end
    [c, reason] = nnr.table.learn_column (T, k, wanted, weights);
    if (strcmp (whole.Kind, 'number'))
      both = [true, c.Indicator];
      live = both(part(at));
      same = same && c.Fill == whole.Fill;
      own.Fill(k) = c.Fill;
    else
      each = [ismember(whole.Levels(:).', c.Levels), c.Other, c.Gap];
      live = each(part(at));
    end
    own.Live(at) = live & (isempty (reason) || strcmp (recipe.Source, 'matrix'));
  end
  same = same && all (own.Live);
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
