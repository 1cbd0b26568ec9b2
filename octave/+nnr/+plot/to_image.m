## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## image = nnr.plot.to_image (values, shape, order)
##
## A row of values as an image of this shape, filled by rows (ORDER is "rows") or by columns.

function image = to_image (values, shape, order)
  if (strcmp (order, 'rows'))
    image = reshape (values, shape([2, 1])).';
  else
    image = reshape (values, shape);
  end
end

%!assert (nnr.plot.to_image (1:6, [2, 3], 'rows'), [1, 2, 3; 4, 5, 6])
%!assert (nnr.plot.to_image (1:6, [2, 3], 'columns'), [1, 3, 5; 2, 4, 6])
