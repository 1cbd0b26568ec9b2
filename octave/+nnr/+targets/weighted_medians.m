## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## m = nnr.targets.weighted_medians (values, weights)
##
## The median of each column of VALUES (N-by-R), whose rows are there as often as they weigh
## (N-by-1); NaN do not count.

function m = weighted_medians (values, weights)
  [values, order] = sort (values);
  below = cumsum (weights(order) .* ! isnan (values), 1);
  half = below(end,:) / 2;
  rounding = 1e-12 * half;
  [~, first] = max (below >= half - rounding, [], 1);
  [~, last] = max (below > half + rounding, [], 1);
  before = rows (values) * (0:columns (values) - 1);
  m = reshape ((values(before + first) + values(before + last)) / 2, 1, []);
end

%!assert (nnr.targets.weighted_medians ([3, 4; 1, 0; 2, 9], ones (3, 1)), [2, 4])
%!assert (nnr.targets.weighted_medians ([4; 3; 1; 2], ones (4, 1) / 4), 2.5)
%!assert (nnr.targets.weighted_medians ([3; 1; 2], [3; 1; 1]), 3)
%!assert (nnr.targets.weighted_medians ([3; 1; 2], [2; 1; 1] / 10), 2.5)
%!assert (nnr.targets.weighted_medians ([1e9; 1; NaN; 2], [0; 1; 5; 1]), 1.5)
