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
## @deftypefn {Private Function} {} add_heading (@var{sheet}, @var{text})
## A line of text over all panels of @var{sheet}.
## @seealso{new_sheet}
## @end deftypefn

function add_heading (sheet, text_above)
  ax = add_panel (sheet, [0, sheet.Inches(2) - 0.35, sheet.Inches(1), 0.3]);
  set (ax, 'visible', 'off', 'tag', 'heading');
  axis (ax, [0, 1, 0, 1]);
  text (ax, 0.5, 0.5, text_above, 'horizontalalignment', 'center', 'fontweight', 'bold', ...
        'fontsize', round (1.1 * sheet.Font));
end
