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
## @deftypefn {Private Function} {@var{ax} =} add_panel (@var{sheet}, @var{box})
## Axes on @var{sheet} at @var{box}: left, bottom, width and height in inches.
## @seealso{new_sheet}
## @end deftypefn

function ax = add_panel (sheet, box)
  ax = axes ('parent', sheet.Figure, 'units', 'normalized', ...
             'position', box ./ sheet.Inches([1, 2, 1, 2]), 'box', 'off', 'tickdir', 'out', ...
             'ticklength', [0.006, 0.006]);
  hold (ax, 'on');
end
