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
## @deftypefn {Private Function} {} error_bars (@var{ax}, @var{x}, @var{y}, @var{spread}, @var{colour}, @var{width})
## Vertical lines from @var{y} - @var{spread} to @var{y} + @var{spread} of line width @var{width},
## for any scale of the axes and any toolkit.
## @seealso{draw_path, draw_grid}
## @end deftypefn

function error_bars (ax, x, y, spread, colour, width)
  [x, y, spread] = deal (x(:).', y(:).', spread(:).');
  plot (ax, [x; x], [y - spread; y + spread], '-', 'color', colour, 'linewidth', width);
end
