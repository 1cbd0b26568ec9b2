## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## at = nnr.table.find_levels (c, texts)
##
## The places of TEXTS, a cellstr, among the Levels and then the Rare texts of a recipe's column C;
## 0 if the training did not have them. Words for true and false are found in any case: with gaps a
## column of these holds texts, without gaps logicals, which have no case.

function at = find_levels (c, texts)
  known = [c.Levels(:); c.Rare(:)];
  [found, at] = ismember (texts, known);
  if (! all (found) && nnr.table.are_truths (known))
    [~, at] = ismember (lower (nnr.words.utf8 (texts)), lower (known));
  end
end

%!test
%! c = struct ("Levels", {{"FALSE"}}, "Rare", {{"True"}});
%! assert (nnr.table.find_levels (c, {"true"; "False"; "FALSE"; "no"}), [2; 1; 1; 0]);
%! c.Levels = {"FALSE"; "unknown"};
%! assert (nnr.table.find_levels (c, {"True"; "unknown"; "UNKNOWN"; "true"}), [3; 2; 0; 0]);
