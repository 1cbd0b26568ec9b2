## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## kit = nnr.plot.toolkit ()
##
## The graphics toolkit to draw with: the user's, or without a display gnuplot if it is installed.
## Empty if there is none.

function kit = toolkit ()
  kits = available_graphics_toolkits ();
  kit = graphics_toolkit ();
  ## Octave lists gnuplot even where its program is missing.
  has_gnuplot = any (strcmp (kits, 'gnuplot')) ...
                && system (sprintf ('"%s" --version 2>&1', gnuplot_binary ()), true) == 0;
  if (! have_window_system () && has_gnuplot)
    kit = 'gnuplot';
  elseif (! any (strcmp (kits, kit)) || (strcmp (kit, 'gnuplot') && ! has_gnuplot))
    kit = '';
  end
end
