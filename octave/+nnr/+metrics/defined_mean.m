## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## a = nnr.metrics.defined_mean (x)
## a = nnr.metrics.defined_mean (x, w)
##
## The mean of the entries of the vector x that are not NaN, weighted by the vector w (all equal if
## left out).
##
## Weights that belong to NaN are left out too.  If those that remain are all 0 the mean is the
## plain one; if nothing remains it is NaN.  This is what scikit-learn does with zero_division =
## nan.
##
## nnr.metrics.defined_mean ([1, NaN, 4], [2, 9, 1])   # 2

function a = defined_mean (x, w)
  x = x(:);
  if (nargin < 2)
    w = ones (size (x));
  end
  w = w(:);
  defined = ! isnan (x);
  x = x(defined);
  w = w(defined);
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
