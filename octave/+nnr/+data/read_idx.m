## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [A, dims] = nnr.data.read_idx (file)
##
## The elements of an IDX file in the order in which they lie there.
##
## dims are the dimensions of the file (a single one is followed by 1); A has them in reverse, so
## that nothing is moved in memory.  An error names caller.

function [A, dims] = read_idx (file)
  try
    [A, dims] = nnr.core.call (@__nnreg_idx_read__, tilde_expand (file));
  catch failure
    ## Octave has put the gateway's name in front, and no identifier when the
    ## array was too large for the memory.
    if (isempty (failure.identifier))
      failure.identifier = 'nnreg:outOfMemory';
    end
    error (failure.identifier, '%s', regexprep (failure.message, '^__nnreg_idx_read__: ', ''));
  end
end

%!test
%! [A, dims] = nnr.data.read_idx (fullfile (fileparts (which ("nnreg_digits")), "digits.idx.gz"));
%! assert (size (A), [65, 1797]);
%! assert (dims, [1797, 65]);
%!error <^.*nowhere.idx: cannot be opened: > nnr.data.read_idx ("nowhere.idx")
%!error id=nnreg:badFile nnr.data.read_idx ("nowhere.idx")
