## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## pixels = nnr.plot.pixels_per_inch (toolkit)
##
## Pixels of a figure on the screen for an inch of its letters.

function pixels = pixels_per_inch (toolkit)
  pixels = 96;
  if (! strcmp (toolkit, 'gnuplot') && have_window_system ())
    pixels = get (0, 'screenpixelsperinch');
  end
end
