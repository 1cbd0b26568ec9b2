## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## C = nnr.data.input_covariance (X, moments, live)
##
## The covariance of the columns of X, which are the inputs LIVE, standardised by the Shift and
## Scale in MOMENTS (nnr.data.input_moments).

function C = input_covariance (X, moments, live)
  C = zeros (columns (X));
  rows_at_once = 8192;
  for first = 1:rows_at_once:rows (X)
    Z = double (full (X(first:min (end, first + rows_at_once - 1),:)));
    Z = (Z - moments.Shift(live)) ./ moments.Scale(live) - moments.Mean(live);
    C = C + Z.' * Z;
  end
  C /= max (1, rows (X) - 1);
end

%!test
%! X = sparse (magic (6)(:,1:3));
%! m = struct ("Shift", zeros (1, 3), "Scale", ones (1, 3), "Mean", full (mean (X)));
%! assert (nnr.data.input_covariance (X, m, 1:3), cov (full (X)), 1e-12);
