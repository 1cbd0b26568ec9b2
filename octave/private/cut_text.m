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
## @deftypefn {Private Function} {@var{text} =} cut_text (@var{text}, @var{longest})
## The UTF-8 string @var{text}, cut to at most @var{longest} columns of a terminal.  Where
## that is eight or more, three dots show the cut.
## @seealso{text_width}
## @end deftypefn

function text = cut_text (text, longest)
  [widths, starts] = letter_widths (text);
  if (sum (widths) <= longest)
    return
  end
  dots = "";
  if (longest >= 8)
    dots = "...";
  end
  first_out = find (cumsum (widths) > longest - numel (dots), 1);
  text = [text(1:starts(first_out) - 1) dots];
end

%!assert (cut_text ("abc", 3), "abc")
%!assert (cut_text ("abcd", 3), "abc")
%!assert (cut_text ("abcdefghij", 8), "abcde...")
%!shared umlauts
%! umlauts = char ([195, 164, 195, 182, 195, 188]);
%!assert (cut_text (umlauts, 3), umlauts)
%!assert (cut_text ([umlauts umlauts], 4), [umlauts umlauts(1:2)])
%!shared wide
%! wide = char ([231, 140, 171]);         # of two columns
%!assert (cut_text (repmat (wide, 1, 5), 8), [wide, wide, "..."])
%!assert (cut_text ([wide, wide], 3), wide)
