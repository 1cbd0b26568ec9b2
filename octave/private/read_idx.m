## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {[@var{A}, @var{dims}] =} read_idx (@var{caller}, @var{file})
## The elements of an IDX file in the order in which they lie there.
##
## @var{dims} are the dimensions of the file (a single one is followed by 1);
## @var{A} has them in reverse, so that nothing is moved in memory.  An error
## names @var{caller}.
## @seealso{nnreg_readidx}
## @end deftypefn

function [A, dims] = read_idx (caller, file)
  try
    [A, dims] = call_core (@__nnreg_idx_read__, tilde_expand (file));
  catch failure
    ## Octave has put the gateway's name in front, and no identifier when the
    ## array was too large for the memory.
    if (isempty (failure.identifier))
      failure.identifier = "nnreg:outOfMemory";
    end
    error (failure.identifier, "%s: %s", caller, ...
           regexprep (failure.message, '^__nnreg_idx_read__: ', ""));
  end
end

%!test
%! [A, dims] = read_idx ("f", fullfile (fileparts (pwd ()), "digits.idx.gz"));
%! assert (size (A), [65, 1797]);
%! assert (dims, [1797, 65]);
%!error <^f: .*nowhere.idx: cannot be opened: > read_idx ("f", "nowhere.idx")
%!error id=nnreg:badFile read_idx ("f", "nowhere.idx")
