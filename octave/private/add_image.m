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
## @deftypefn {Private Function} {@var{ax} =} add_image (@var{sheet}, @var{box}, @var{rgb})
## A panel with the image @var{rgb} (M-by-N-by-3), rows from the top, without ticks.
## @seealso{add_panel, add_colour_bar}
## @end deftypefn

function ax = add_image (sheet, box, rgb)
  ax = add_panel (sheet, box);
  [down, across, ~] = size (rgb);
  if (strcmp (sheet.Kind, 'svg') && ! strcmp (sheet.Toolkit, 'gnuplot'))
    draw_squares (ax, rgb);
  else
    draw_pixels (ax, rgb);
  end
  axis (ax, [0.5, across + 0.5, 0.5, down + 0.5]);
  set (ax, 'ydir', 'reverse', 'xtick', [], 'ytick', [], 'box', 'on', 'ticklength', [0, 0]);
end

## Viewers of PDF and SVG blur the border of two pixels: many small ones keep it sharp.
function draw_pixels (ax, rgb)
  [down, across, ~] = size (rgb);
  fine = ceil (500 / max (down, across));
  rgb = rgb(repelem (1:down, fine),repelem (1:across, fine),:);
  inset = 0.5 / fine;
  image (ax, [0.5 + inset, across + 0.5 - inset], [0.5 + inset, down + 0.5 - inset], rgb);
end

## Toolkits on OpenGL leave images out of SVG: a square for each pixel.
function draw_squares (ax, rgb)
  [down, across, ~] = size (rgb);
  [row, column] = ndgrid (1:down, 1:across);
  x = column(:).' + 0.5 * [-1; 1; 1; -1];
  y = row(:).' + 0.5 * [-1; -1; 1; 1];
  patch (ax, 'vertices', [x(:), y(:)], 'faces', reshape (1:numel (x), 4, []).', ...
         'facevertexcdata', reshape (rgb, [], 3), 'facecolor', 'flat', 'edgecolor', 'none');
end
