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
## @deftypefn {Private Function} {@var{text} =} padded (@var{text}, @var{width}, @var{side})
## The UTF-8 string @var{text} with blanks to fill @var{width} columns of a terminal, on its
## "left" or "right" @var{side}.
## @seealso{text_width, cut_text}
## @end deftypefn

function text = padded (text, width, side)
  room = blanks (max (0, width - text_width (text)));
  if (strcmp (side, 'left'))
    text = [room, text];
  else
    text = [text, room];
  end
end

%!assert (padded (char ([231, 140, 171]), 4, "left"), ["  ", char([231, 140, 171])])
%!assert (padded ("ab", 4, "right"), "ab  ")
%!assert (padded ("abc", 2, "right"), "abc")
