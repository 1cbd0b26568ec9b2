## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [block, part] = nnr.table.layout (recipe)
##
## The columns of the X that a recipe makes, rows of D numbers: BLOCK has the place in
## recipe.Columns of each. PART is 1 for a number and 2 for its indicator; or the place in Levels,
## with one more for the other texts and two more for gaps. Of a matrix the indicators come last.

function [block, part] = layout (recipe)
  parts = arrayfun (@parts_of, recipe.Columns, 'UniformOutput', false);
  block = repelems (1:numel (parts), [1:numel(parts); cellfun(@numel, parts)]);
  part = [parts{:}];
  if (strcmp (recipe.Source, 'matrix'))
    [part, order] = sort (part);
    block = block(order);
  end
end

function parts = parts_of (c)
  if (strcmp (c.Kind, 'number'))
    parts = 1:1 + c.Indicator;
  else
    count = numel (c.Levels);
    parts = [1:count, count + find([c.Other, c.Gap])];
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
