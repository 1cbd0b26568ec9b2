## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [names, block] = nnr.table.column_names (recipe)
##
## A different name of one line for each column of X, a cell row: age, age (gap), city=Rome,
## city (other), city (gap). BLOCK is that of nnr.table.layout.

function [names, block] = column_names (recipe)
  [block, part] = nnr.table.layout (recipe);
  names = {recipe.Columns.Name};
  names = names(block);
  numbers = strcmp ({recipe.Columns.Kind}, 'number')(block);
  marks = numbers & part == 2;
  if (any (marks))
    names(marks) = strcat (names(marks), {' (gap)'});
  end
  for k = find (! numbers)(:).'
    c = recipe.Columns(block(k));
    levels = numel (c.Levels);
    if (part(k) <= levels)
      names{k} = [c.Name, '=', c.Levels{part(k)}];
    else
      names{k} = [c.Name, {' (other)', ' (gap)'}{part(k) - levels}];
    end
  end
  if (! nnr.words.is_line ([names{:}]))
    names = nnr.words.label_texts (names, Inf).';
  end
  names = different (names);
end

## A table may have a column "city=Rome" besides.
function names = different (names)
  if (numel (unique (names)) == numel (names))
    return
  end
  for k = 2:numel (names)
    while (any (strcmp (names{k}, names(1:k - 1))))
      names{k} = [names{k}, '''']; # as x' beside x
    end
  end
end

%!test
%! T = nnr.table.read ("T", {"a", "b", "a=x", "b (gap)"; "x", 1, 2, 1; "y", [], 3, 4; ...
%!                           "x", 3, 1, 2});
%! r = nnr.table.learn (T, "table", [], []);
%! assert (nnr.table.column_names (r), {"a=x", "a=y", "b", "b (gap)", "a=x'", "b (gap)'"});
