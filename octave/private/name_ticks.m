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
## @deftypefn {Private Function} {} name_ticks (@var{sheet}, @var{ax}, @var{side}, @var{at}, @var{texts})
## Ticks at @var{at} on the @var{side} (@qcode{"x"} or @qcode{"y"}) with @var{texts} as they
## are: gnuplot would read @code{_} and others as marks.
## @seealso{picture_texts}
## @end deftypefn

function name_ticks (sheet, ax, side, at, texts)
  if (strcmp (sheet.Toolkit, 'gnuplot'))
    texts = regexprep (texts, '[_^{}&~]', '\\\\$0');
  end
  set (ax, [side 'tick'], at, [side 'ticklabel'], texts);
end
