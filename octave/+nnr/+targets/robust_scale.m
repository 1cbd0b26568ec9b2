## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## scale = nnr.targets.robust_scale (errors, weights)
##
## How far the ERRORS (N-by-R) spread around 0, whatever a few of them are: for each column the
## median of their absolute values, divided by 0.6745, as in R's rlm. For normal errors this is
## their standard deviation. If more than half of the errors are 0, it is the mean of the absolute
## values times sqrt (pi / 2), which is 0 for zeros alone. WEIGHTS are N-by-1.

function scale = robust_scale (errors, weights)
  sizes = abs (errors);
  scale = nnr.targets.weighted_medians (sizes, weights) / 0.6745;
  none = scale == 0;
  scale(none) = sqrt (pi / 2) * (weights.' * sizes(:,none)) / sum (weights);
end

%!assert (nnr.targets.robust_scale ([-2, 0; 1, 0; 1e9, 0; 0.5, 0], ones (4, 1)), [1.5 / 0.6745, 0])
%!assert (nnr.targets.robust_scale ([0; 0; 0; -8], ones (4, 1)), 2 * sqrt (pi / 2), 1e-15)
%!assert (nnr.targets.robust_scale ([3; -1], [1; 2]), 1 / 0.6745)
