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
## @deftypefn {Private Function} {@var{sum} =} checksum_of (@var{value})
## A CRC-32 of all numbers and texts in an array, a cell or a struct, and of their sizes.
## @seealso{checkpoint_key, path_key}
## @end deftypefn

function sum = checksum_of (value)
  if (isstruct (value))
    value = [fieldnames(value), struct2cell(value)];
  end
  if (iscell (value))
    sum = __nnreg_checksum__ (cellfun (@checksum_of, value(:)));
  elseif (ischar (value))
    sum = __nnreg_checksum__ (uint8 (value));
  else
    sum = __nnreg_checksum__ ([size(value)(:); __nnreg_checksum__(value)]);
  end
end

%!assert (checksum_of ([1, 2]) == checksum_of ([1; 2]), false)
%!assert (checksum_of ({"a", struct("b", 1)}) == checksum_of ({"a", struct("b", 2)}), false)
%!assert (checksum_of (struct ("a", 1)) == checksum_of (struct ("b", 1)), false)
%!assert (checksum_of ({"ab", 1:3}), checksum_of ({"ab", 1:3}))
