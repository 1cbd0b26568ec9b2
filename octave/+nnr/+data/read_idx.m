## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [A, dims] = nnr.data.read_idx (file)
##
## The elements of an IDX file in the order of the file. DIMS are its dimensions (a single one is
## followed by 1). A has them in reverse, so that nothing has to move in memory.

function [A, dims] = read_idx (file)
  [A, dims] = nnr.core.call (@__nnreg_idx_read__, tilde_expand (file));
end

%!test
%! [A, dims] = nnr.data.read_idx (fullfile (fileparts (which ("nnreg_digits")), "digits.idx.gz"));
%! assert (size (A), [65, 1797]);
%! assert (dims, [1797, 65]);
%!error <^.*nowhere.idx: cannot be opened: > nnr.data.read_idx ("nowhere.idx")
%!error id=nnreg:badFile nnr.data.read_idx ("nowhere.idx")
