## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.table.are_truths (texts)
##
## Are all TEXTS, a cellstr, words for true or false, as nnreg_readtable reads them, and is there
## one?

function yes = are_truths (texts)
  yes = ! isempty (texts) && all (ismember (lower (nnr.words.utf8 (texts)), {'false', 'true'}));
end

%!assert (nnr.table.are_truths ({"TRUE"; "false"; "False"}))
%!assert (nnr.table.are_truths ({"true"}))
%!assert (! nnr.table.are_truths ({"true"; "yes"}))
%!assert (! nnr.table.are_truths (cell (0, 1)))
