## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [block, part] = nnr.table.layout (recipe)
##
## The columns of the X that a recipe makes, rows of D numbers: BLOCK has the place in
## recipe.Columns of each. PART is 1 for a number and 2 for its indicator; or the place in Levels,
## with one more for the other texts and two more for gaps. Of a matrix the indicators come last.

function [block, part] = layout (recipe)
  c = recipe.Columns;
  counts = 1 + [c.Indicator];
  others = find (! strcmp ({c.Kind}, 'number'));
  parts = cell (1, numel (others));
  for k = 1:numel (others)
    column = c(others(k));
    levels = numel (column.Levels);
    parts{k} = [1:levels, levels + find([column.Other, column.Gap])];
    counts(others(k)) = numel (parts{k});
  end
  block = repelems (1:numel (c), [1:numel(c); counts]);
  ends = cumsum (counts);
  starts = ends - counts;
  part = (1:ends(end)) - starts(block);
  part(ismember (block, others)) = [parts{:}];
  if (strcmp (recipe.Source, 'matrix'))
    [part, order] = sort (part);
    block = block(order);
  end
end

%!test
%! c = @(kind, indicator, levels, other, gap) struct ("Kind", kind, "Indicator", indicator, ...
%!       "Levels", {levels}, "Other", other, "Gap", gap);
%! r = struct ("Source", "table", "Columns", [c("number", true, {}, false, false), ...
%!              c("text", false, {"a"; "b"}, false, true), c("number", false, {}, false, false)]);
%! [block, part] = nnr.table.layout (r);
%! assert ({block, part}, {[1 1 2 2 2 3], [1 2 1 2 4 1]});
%! r.Source = "matrix";
%! r.Columns(2) = [];
%! [block, part] = nnr.table.layout (r);
%! assert ({block, part}, {[1 2 1], [1 1 2]});
