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
    insets = get (ax, 'looseinset');
    for d = 1:2
      [place, count] = in_a_row (inner([d, d + 2]), span([d, d + 2]), insets([d, d + 2]));
      if (count > 1)
        box([d, d + 2]) = [place, 1] / count;
      end
    end
  end
end

## PLACE (from 0) of axes [at, width] in a row of COUNT that share SPAN. COUNT is 1 if they are in
## no such row. Between two subplot leaves 0.2 / COUNT and twice a margin, by the size that the
## figure had then. INSETS [before, behind] tell the margin: it is behind all axes but the last, and
## before the last with 0.2 / COUNT.
function [place, count] = in_a_row (inner, span, insets)
  counts = 2:10;
  gaps = (span(2) - counts * inner(2)) ./ (counts - 1);
  places = (inner(1) - span(1)) ./ (inner(2) + gaps);
  margins = insets(2) * ones (size (counts));
  is_last = places > counts - 1.5;
  margins(is_last) = insets(1) - 0.2 ./ counts(is_last);
  [~, k] = min (abs (gaps - 0.2 ./ counts - 2 * margins));
  [count, place] = deal (counts(k), round (places(k)));
  if (gaps(k) <= 0 || abs (places(k) - place) > 1e-3)
    count = 1;
  end
end

%!function boxes = of_row (rows, columns, resize)
%!  boxes = zeros (0, 4);
%!  pixels = get (gcf (), "position");
%!  for k = 1:rows * columns
%!    set (gcf (), "position", pixels);
%!    ax = subplot (rows, columns, k);
%!    set (gcf (), "position", resize .* pixels);
%!    boxes(k,:) = nnr.plot.outer_box (ax);
%!  end
%!  set (gcf (), "position", pixels);
%!endfunction
%!test
%! unwind_protect
%!   graphics_toolkit (figure ("visible", "off"), "gnuplot");
%!   assert (nnr.plot.outer_box (axes ()), [0, 0, 1, 1], 1e-12);
%!   # also where the figure gets another size in between
%!   sizes = {[], [1, 1], [1, 1], [1, 1], [0.3, 3], [3, 0.3]};
%!   for n = 2:6
%!     resize = [1, 1, sizes{n}];
%!     assert (of_row (1, n, resize)(:,[1, 3]), [(0:n - 1).' / n, ones(n, 1) / n], 1e-12);
%!     assert (of_row (n, 1, resize)(:,[2, 4]), [(n - 1:-1:0).' / n, ones(n, 1) / n], 1e-12);
%!   end
%!   wide = subplot (2, 3, [1, 2]);
%!   box = nnr.plot.outer_box (wide);
%!   assert (box([1, 3]), get (wide, "outerposition")([1, 3]), 1e-12);
%!   mine = axes ("position", [0.2, 0.3, 0.3, 0.3]);
%!   assert (nnr.plot.outer_box (mine), get (mine, "outerposition"), 1e-12);
%! unwind_protect_cleanup
%!   close ();
%! end_unwind_protect
