## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## box = nnr.plot.outer_box (ax)
##
## The part of its figure that a picture in AX may take: the outer position. subplot gives its first
## and its last axes wider borders than the others. So an axes of a row of N gets 1/N of the figure,
## and pictures side by side have the same size.

function box = outer_box (ax)
  units = get (ax, 'units');
  set (ax, 'units', 'normalized');
  box = get (ax, 'outerposition');
  inner = get (ax, 'position');
  set (ax, 'units', units);
  if (strcmp (get (ax, 'positionconstraint'), 'innerposition'))
    span = get (groot (), 'defaultaxesposition');
    for d = 1:2
      [place, count] = in_a_row (inner([d, d + 2]), span([d, d + 2]), points (ax)(d));
      if (count > 1)
        box([d, d + 2]) = [place, 1] / count;
      end
    end
  end
end

function size_of_it = points (ax)
  figure_of_it = ancestor (ax, 'figure');
  size_of_it = 72 * getpixelposition (figure_of_it)(3:4) / get (groot (), 'screenpixelsperinch');
end

## PLACE (from 0) of axes [at, width] in a row of COUNT that share SPAN. COUNT is 1 if they are in
## no such row. subplot leaves 0.2 / COUNT and 12 points between two of them.
function [place, count] = in_a_row (inner, span, points)
  counts = 2:10;
  gaps = (span(2) - counts * inner(2)) ./ (counts - 1);
  [~, k] = min (abs (gaps - 0.2 ./ counts - 12 / points));
  count = counts(k);
  place = (inner(1) - span(1)) / (inner(2) + gaps(k));
  if (gaps(k) <= 0 || abs (place - round (place)) > 1e-3)
    count = 1;
  end
  place = round (place);
end

%!function boxes = of_row (rows, columns)
%!  boxes = zeros (0, 4);
%!  for k = 1:rows * columns
%!    boxes(k,:) = nnr.plot.outer_box (subplot (rows, columns, k));
%!  end
%!endfunction
%!test
%! unwind_protect
%!   graphics_toolkit (figure ("visible", "off"), "gnuplot");
%!   assert (nnr.plot.outer_box (axes ()), [0, 0, 1, 1], 1e-12);
%!   for n = 2:6
%!     assert (of_row (1, n)(:,[1, 3]), [(0:n - 1).' / n, ones(n, 1) / n], 1e-12);
%!     assert (of_row (n, 1)(:,[2, 4]), [(n - 1:-1:0).' / n, ones(n, 1) / n], 1e-12);
%!   end
%!   wide = subplot (2, 3, [1, 2]);
%!   box = nnr.plot.outer_box (wide);
%!   assert (box([1, 3]), get (wide, "outerposition")([1, 3]), 1e-12);
%!   mine = axes ("position", [0.2, 0.3, 0.3, 0.3]);
%!   assert (nnr.plot.outer_box (mine), get (mine, "outerposition"), 1e-12);
%! unwind_protect_cleanup
%!   close ();
%! end_unwind_protect
