## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## inches = nnr.plot.room (opts)
##
## Width and height that a drawer can use at most. With the smallest letters the axes of OPTS.Place
## hold more of what is drawn for letters of normal size. Inf for a new figure.

function inches = room (opts)
  inches = nnr.plot.place_size (opts);
  if (isempty (opts.FontSize))
    inches = inches / nnr.plot.font_size ('smallest') * nnr.plot.font_size ();
  else
    inches = inches / opts.FontSize * nnr.plot.font_size ();
  end
end

%!shared opts
%! opts = struct ("Place", struct ("Parent", []), "Size", [6, 3], "FontSize", []);
%!assert (nnr.plot.room (opts), [8, 4])
%!assert (nnr.plot.room (setfield (opts, "FontSize", 18)), [3, 1.5])
%!assert (nnr.plot.room (setfield (opts, "Size", [])), [Inf, Inf])
