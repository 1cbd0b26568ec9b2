## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## ax = nnr.plot.add_image (sheet, box, rgb)
## ax = nnr.plot.add_image (sheet, box, rgb, "beside")
##
## A panel without ticks with the image RGB (M-by-N-by-3), its first row on top.

function ax = add_image (sheet, box, rgb, varargin)
  ax = nnr.plot.add_panel (sheet, box, varargin{:});
  [down, across, ~] = size (rgb);
  if (strcmp (sheet.Kind, 'svg') && ! strcmp (sheet.Toolkit, 'gnuplot'))
    draw_squares (ax, rgb);
  else
    draw_pixels (ax, rgb);
  end
  axis (ax, [0.5, across + 0.5, 0.5, down + 0.5]);
  set (ax, 'ydir', 'reverse', 'xtick', [], 'ytick', [], 'box', 'on', 'ticklength', [0, 0]);
end

## Viewers of PDF and SVG blur the border between pixels. Many small pixels keep it sharp.
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
