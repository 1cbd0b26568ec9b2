## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## a = nnr.metrics.defined_mean (x)
## a = nnr.metrics.defined_mean (x, w)
##
## The mean of the vector X, weighted by the vector W (default: all equal), without its NaN.
##
## If only weights 0 remain, it is the plain mean; if nothing remains, it is NaN. scikit-learn
## does the same with zero_division = nan.

function a = defined_mean (x, w)
  if (nargin < 2)
    w = ones (size (x));
  end
  defined = ! isnan (x(:));
  [x, w] = deal (x(defined)(:), w(defined)(:));
  if (sum (w) == 0)
    w(:) = 1;
  end
  a = sum (w .* x) / sum (w);
end

%!assert (nnr.metrics.defined_mean ([1, 2, 6]), 3)
%!assert (nnr.metrics.defined_mean ([1, NaN, 4], [2, 9, 1]), 2)
%!assert (nnr.metrics.defined_mean ([1, NaN, 4], [0, 9, 0]), 2.5)
%!assert (nnr.metrics.defined_mean ([NaN; NaN]), NaN)
%!assert (nnr.metrics.defined_mean ([]), NaN)
%!assert (nnr.metrics.defined_mean ([1, -Inf]), -Inf)
