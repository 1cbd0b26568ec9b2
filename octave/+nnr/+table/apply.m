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
  for k = 1:numel (recipe.Columns)
    at = find (block == k);
    at = at(own.Live(at));
    if (isempty (at))
      continue
    end
    c = recipe.Columns(k);
    values = T.Values{k};
    gaps = isnan (values);
    if (strcmp (c.Kind, 'number'))
      values(gaps) = own.Fill(k);
      both = [values, gaps];
      X(:,at) = both(:,part(at));
    else
      columns = zeros (1, numel (c.Levels) + 2);
      columns(part(at)) = at;
      places = places_of (c, T.Levels{k}, columns);
      values(gaps) = numel (places);
      to = places(values)(:);
      from = find (to > 0);
      X(sub2ind (size (X), from, to(from))) = 1;
    end
  end
end

## The column of X of each level of T and of a gap, 0 for none. COLUMNS has those of the recipe's
## levels, of the other texts, and of gaps.
function places = places_of (c, levels, columns)
  other = columns(end - 1);
  [known, at] = ismember (levels, c.Levels);
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
