## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## centre = nnr.targets.robust_centre (y, weights, threshold)
##
## The constant with the least loss (nnr.targets.error_losses) on a column y whose WEIGHTS sum to 1:
## the median for the THRESHOLD 0, else where the errors, cut at the threshold, have the mean 0.

function centre = robust_centre (y, weights, threshold)
  centre = nnr.targets.weighted_medians (y, weights);
  [low, high] = deal (min (y), max (y));
  for k = 1:200 * (threshold > 0)       # Newton's steps, halving where these leave the interval
    pull = weights.' * max (-threshold, min (threshold, y - centre));
    if (pull > 0)
      low = centre;
    else
      high = centre;
    end
    step = pull / sum (weights(abs (y - centre) <= threshold));
    next = centre + step;
    if (! (next > low && next < high))
      next = (low + high) / 2;
    end
    if (pull == 0 || abs (step) <= 2 * eps (abs (centre) + threshold))
      return
    end
    centre = next;
  end
end

%!test # the optimum is where the derivative of the loss changes its sign
%! y = [-1; 0; 0.5; 2; 40; 1000];
%! for w = {ones(6, 1) / 6, [1; 2; 0; 1; 3; 1] / 8}
%!   for t = [1e-3, 0.3, 1, 7, 100, 1e4]
%!     slope = @(b) w{1}.' * max (-t, min (t, y - b));
%!     b = nnr.targets.robust_centre (y, w{1}, t);
%!     assert (slope (b - 1e-9 * max (t, 1)) >= 0 && slope (b + 1e-9 * max (t, 1)) <= 0);
%!   end
%! end
%!assert (nnr.targets.robust_centre ([1; 2; 6], ones (3, 1) / 3, 1e3), 3, 1e-14)
%!assert (nnr.targets.robust_centre ([1; 2; 6], ones (3, 1) / 3, 0), 2)
%!assert (nnr.targets.robust_centre (0.1 * ones (7, 1), ones (7, 1) / 7, 2), 0.1)
