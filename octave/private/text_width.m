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
## @deftypefn {Private Function} {@var{n} =} text_width (@var{text})
## How many columns of a terminal the UTF-8 string @var{text} takes.
## @seealso{letter_widths, cut_text, padded}
## @end deftypefn

function n = text_width (text)
  n = sum (letter_widths (text));
end

%!assert (text_width (""), 0)
%!assert (text_width ("abc"), 3)
%!assert (text_width (char ([195, 164, 195, 182, 65])), 3)
%!assert (text_width (char ([231, 140, 171, 32, 99, 97, 116])), 6)     # a Chinese letter, " cat"
