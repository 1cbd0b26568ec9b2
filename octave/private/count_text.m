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
## @deftypefn {Private Function} {@var{text} =} count_text (@var{n}, @var{one}, @var{many})
## "1 sample", "3 samples"; @var{many} is @var{one} with an s if it is left out.
## @end deftypefn

function text = count_text (n, one, many)
  if (nargin < 3)
    many = [one, 's'];
  end
  text = sprintf ('%d %s', n, {one, many}{1 + (n != 1)});
end

%!assert (count_text (1, "sample"), "1 sample")
%!assert (count_text (0, "sample"), "0 samples")
%!assert (count_text (2, "process", "processes"), "2 processes")
