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
## @deftypefn {Private Function} {@var{kit} =} plot_toolkit ()
## The graphics toolkit to draw with: without a display gnuplot, if it is there, else the user's
## own.  Empty if there is none.
## @seealso{nnreg_plot, new_sheet}
## @end deftypefn

function kit = plot_toolkit ()
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
