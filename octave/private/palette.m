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
## @deftypefn {Private Function} {@var{colours} =} palette ()
## The colours of all pictures, those of Okabe and Ito, which the colour-blind can tell
## apart: a struct of RGB rows, and Lines with one row a line.
## @seealso{nnreg_plot}
## @end deftypefn

function colours = palette ()
  colours.Blue = [0, 114, 178] / 255;
  colours.Orange = [213, 94, 0] / 255;
  colours.Green = [0, 158, 115] / 255;
  colours.Yellow = [230, 159, 0] / 255;
  colours.Sky = [86, 180, 233] / 255;
  colours.Pink = [204, 121, 167] / 255;
  colours.Black = [0, 0, 0];
  colours.Grey = [0.72, 0.72, 0.72];
  colours.Lines = [colours.Blue; colours.Orange; colours.Green; colours.Sky; ...
                   colours.Pink; colours.Yellow; colours.Black];
end
