## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.train.has_far_responses (Y)
##
## Whether nnr.train.warn_of_outliers might say something of the responses Y (R-by-N). This looks at
## them once, while errors and medians of many samples take as long as a few epochs: at most one in
## twenty that lie 30 times as far as usual also lie far from the mean.

function yes = has_far_responses (Y)
  distances = abs (Y - sum (Y, 2) / columns (Y));
  yes = any (max (distances, [], 2) > 6 * sum (distances, 2) / columns (Y));
end

%!shared normal
%! normal = sqrt (2) * erfinv (2 * ((1:400) - 0.5) / 400 - 1);
%!assert (nnr.train.has_far_responses (5 + 3 * normal), false)
%!assert (nnr.train.has_far_responses ([normal; normal * 0]), false)
%!test # of the least that the warning needs
%! for count = [1, 5, 20]
%!   y = normal;
%!   y(1:count) = 31;
%!   assert (nnr.train.has_far_responses ([normal; y]), true);
%! end
