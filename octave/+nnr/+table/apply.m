## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## X = nnr.table.apply (recipe, T)
## X = nnr.table.apply (recipe, T, own)
##
## The matrix that a recipe makes of the table T (nnr.table.read), whose columns are those of the
## recipe in their order. OWN, what some rows alone say (nnr.table.learn_again), takes the place of
## the recipe's medians, and its columns of X that are not Live are 0.

function X = apply (recipe, T, own)
  [block, part] = nnr.table.layout (recipe);
  if (nargin < 3)
    own = struct ('Fill', [recipe.Columns.Fill], 'Live', true (size (block)));
  end
  X = zeros (T.NumRows, numel (block));
  numbers = strcmp ({recipe.Columns.Kind}, 'number');
  places = zeros (2, numel (numbers));  # of each number and its indicator in X, 0 for none
  some = find (numbers(block) & own.Live);
  places(sub2ind (size (places), part(some), block(some))) = some;
  for group = nnr.table.spans (T, find (numbers))
    X = with_numbers (X, [T.Values{group{1}}], own.Fill(group{1}), places(:,group{1}));
  end
  for k = find (! numbers)(:).'
    at = find (block == k & own.Live);
    to = zeros (1, numel (recipe.Columns(k).Levels) + 2);
    to(part(at)) = at;
    X = with_levels (X, recipe.Columns(k), T.Values{k}, T.Levels{k}, to);
  end
end

function X = with_numbers (X, values, fill, places)
  gaps = isnan (values);
  marked = places(2,:) > 0;
  X(:,places(2,marked)) = gaps(:,marked);
  if (any (gaps(:)))
    at = find (gaps);
    values(at) = fill(ceil (at / rows (values)));
  end
  there = places(1,:) > 0;
  if (all (there))
    X(:,places(1,:)) = values;
  else
    X(:,places(1,there)) = values(:,there);
  end
end

## COLUMNS has the columns of X of the recipe's levels, of the other texts, and of gaps; 0 for none.
function X = with_levels (X, c, values, levels, columns)
  if (! any (columns))
    return
  end
  places = places_of (c, levels, columns);
  values(isnan (values)) = numel (places);
  to = places(values)(:);
  from = find (to > 0);
  X(sub2ind (size (X), from, to(from))) = 1;
end

## The column of X of each level of T and of a gap, 0 for none. COLUMNS has those of the recipe's
## levels, of the other texts, and of gaps.
function places = places_of (c, levels, columns)
  other = columns(end - 1);
  at = nnr.table.find_levels (c, levels);
  known = at > 0 & at <= numel (c.Levels);
  places = repmat (other, 1, numel (levels) + 1);
  places(known) = columns(at(known));
  places(places == 0) = other;
  if (columns(end) > 0)
    places(end) = columns(end);
  end
end

%!test
%! T = nnr.table.read ("T", struct ("n", [5; NaN; 1; 3], "t", {{"b"; "a"; ""; "b"}}));
%! r = nnr.table.learn (T, "table", [], []);
%! assert (nnr.table.apply (r, T), [5 0 0 1 0; 3 1 1 0 0; 1 0 0 0 1; 3 0 0 1 0]);
%! new = nnr.table.read ("T", struct ("n", [NaN; 9], "t", {{"c"; "b"}}));
%! assert (nnr.table.apply (r, new), [3 1 0 0 0; 9 0 0 1 0]);
%! own = struct ("Fill", [7, 0], "Live", logical ([1 1 0 1 0]));
%! assert (nnr.table.apply (r, T, own), [5 0 0 1 0; 7 1 0 0 0; 1 0 0 0 0; 3 0 0 1 0]);
%!test # rare and unseen texts, and rare gaps, count as other
%! t = [repmat({"a"; "b"}, 60, 1); {"r"; "s"; ""}];
%! T = nnr.table.read ("T", struct ("t", {t}));
%! r = nnr.table.learn (T, "table", [], []);
%! X = nnr.table.apply (r, T);
%! assert (X(end - 4:end,:), [1 0 0; 0 1 0; 0 0 1; 0 0 1; 0 0 1]);
%! new = nnr.table.read ("T", struct ("t", {{"zzz"; "b"}}));
%! assert (nnr.table.apply (r, new), [0 0 1; 0 1 0]);
