## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [inches, box] = nnr.plot.place_size (opts)
##
## Width and height of the place of a picture, and of axes their outer position in the figure (parts
## of its size). Inf for a new figure without the option Size.

function [inches, box] = place_size (opts)
  box = [0, 0, 1, 1];
  if (isempty (opts.Place.Parent))
    inches = merge (isempty (opts.Size), [Inf, Inf], opts.Size);
    return
  end
  if (! isempty (opts.Place.Axes))
    picture = getappdata (opts.Place.Axes, 'nnreg_picture');
    if (! isempty (picture))
      box = picture.Box;
    else
      box = nnr.plot.outer_box (opts.Place.Axes);
    end
  end
  pixels = getpixelposition (opts.Place.Parent)(3:4);
  inches = max (box(3:4) .* pixels / nnr.plot.pixels_per_inch (opts.Toolkit), 0.5);
end
