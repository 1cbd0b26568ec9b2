## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## m = nnr.targets.weighted_median (values, weights)
##
## The median of a column of VALUES that are there as often as they weigh ([]: all once).

function m = weighted_median (values, weights)
  if (isempty (weights))
    values = sort (values);     # quicker than median, for thousands of columns
    middle = floor ((numel (values) + [1, 2]) / 2);
    m = sum (values(middle)) / 2;
    return
  end
  [values, order] = sort (values);
  below = cumsum (weights(order));
  half = below(end) / 2;
  rounding = 1e-12 * half;
  first = find (below >= half - rounding, 1);
  last = find (below > half + rounding, 1);
  m = (values(first) + values(last)) / 2;
end

%!assert (nnr.targets.weighted_median ([3; 1; 2], []), 2)
%!assert (nnr.targets.weighted_median ([4; 3; 1; 2], []), 2.5)
%!assert (nnr.targets.weighted_median ([3; 1; 2], [3; 1; 1]), 3)
%!assert (nnr.targets.weighted_median ([3; 1; 2], [2; 1; 1] / 10), 2.5)
%!assert (nnr.targets.weighted_median ([1e9; 1; 2], [0; 1; 1]), 1.5)
