## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## columns = nnr.table.blank_columns (T, at)
##
## A struct array for the columns AT of the table T, with the fields that nnr.table.learn_column
## describes and nothing learned.

function columns = blank_columns (T, at)
  columns = struct ('Name', T.Names(at), 'Kind', T.Kinds(at), 'Gaps', 0, 'Fill', 0, ...
                    'Indicator', false, 'Levels', {{}}, 'Counts', [], 'Rare', {{}}, ...
                    'Other', false, 'Gap', false);
end

%!test
%! T = nnr.table.read ("T", struct ("a", [1; 2], "b", {{"u"; "v"}}));
%! c = nnr.table.blank_columns (T, [2, 1]);
%! assert ({size(c), {c.Kind}, c(1).Levels}, {[1, 2], {"text", "number"}, {}});
