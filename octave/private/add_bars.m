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
## @deftypefn {Private Function} {} add_bars (@var{ax}, @var{x}, @var{y}, @var{colour}, @var{edge})
## Bars with the corners @var{x} and @var{y} (4-by-K), all of the same @var{colour}; @var{edge}
## is the colour of their edges, or "none".
## @seealso{add_panel, palette}
## @end deftypefn

function add_bars (ax, x, y, colour, edge)
  ## By its property: as an argument it would be the three colours of three bars.
  patch (ax, 'xdata', x, 'ydata', y, 'facecolor', colour, 'edgecolor', edge);
end
