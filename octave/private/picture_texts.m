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
## @deftypefn {Private Function} {@var{texts} =} picture_texts (@var{texts}, @var{toolkit})
## User's texts (a cell) as they may be drawn.  Octave hands them to gnuplot inside double
## quotes, where @code{"}, @code{@backslashchar{}} and the backquote end or run things, and
## @code{@@} is a macro: they are replaced there by what looks alike.
## @seealso{name_ticks}
## @end deftypefn

function texts = picture_texts (texts, toolkit)
  texts = regexprep (texts(:), '[[:cntrl:]]', ' ');
  if (strcmp (toolkit, 'gnuplot'))
    texts = strrep (regexprep (texts, '["`]', ''''), '\', '/');
    texts = strrep (texts, '@', '(at)');
  end
end

%!assert (picture_texts ({"a\nb", 'c"`\@'}, 'gnuplot'), {'a b'; 'c''''/(at)'})
%!assert (picture_texts ({'c"`\@'}, 'qt'), {'c"`\@'})
