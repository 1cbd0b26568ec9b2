## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## C = nnr.data.input_covariance (X, moments, live, w)
##
## The covariance of the columns of X, which are the inputs LIVE, scaled by the Shift and Scale in
## MOMENTS (nnr.data.input_moments). W has the weight of each row, 0 for rows that do not count.

function C = input_covariance (X, moments, live, w)
  C = zeros (columns (X));
  rows_at_once = 8192;
  for first = 1:rows_at_once:rows (X)
    part = first:min (first + rows_at_once - 1, rows (X));
    Z = double (full (X(part,:)));
    Z = (Z - moments.Shift(live)) ./ moments.Scale(live) - moments.Mean(live);
    C = C + Z.' * (w(part) .* Z);
  end
  C /= sum (w);
end

%!test
%! X = sparse (magic (6)(:,1:3));
%! w = [1; 2; 1; 0; 1; 1];
%! twice = full (X([1, 2, 2, 3, 5, 6],:));
%! m = struct ("Shift", zeros (1, 3), "Scale", ones (1, 3), "Mean", mean (twice));
%! assert (nnr.data.input_covariance (X, m, 1:3, w), cov (twice, 1), 1e-12);
