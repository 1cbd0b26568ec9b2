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
## @deftypefn {Private Function} {@var{r} =} path_store (@qcode{"get"})
## @deftypefnx {Private Function} {} path_store (@qcode{"put"}, @var{r})
## @deftypefnx {Private Function} {} path_store (@qcode{"over"}, @var{r})
## @deftypefnx {Private Function} {} path_store (@qcode{"tell"})
## Keeps the path that was computed last, as far as it got, so that Ctrl-C does not lose it,
## and tells where it is unless it was over.
## @seealso{nnreg_path}
## @end deftypefn

function r = path_store (what, value)
  persistent last over;
  switch (what)
    case {'put', 'over'}
      [last, over] = deal (value, strcmp (what, 'over'));
    case 'tell'
      if (! over && ! isempty (last.Lambda))
        fprintf ("nnreg_path: broken off; nnreg_path (\"last\") returns what is done, %s\n", ...
                 count_text (numel (last.Lambda), 'point'));
      end
  end
  r = last;
end
