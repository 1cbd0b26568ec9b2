## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## m = nnr.data.input_moments (X, d, s)
##
## The moments of the inputs, 1-by-D: Mean and Variance as a training of the settings s sees them,
## the Shift and Scale that it takes off first (0 and 1 without Standardize), and Varies, false for
## a constant column.

function m = input_moments (X, d, s)
  found = nnr.data.scan ('X', X, true, 'double', s.Threads);
  [center, deviation] = deal (found.Mean(:).', found.Scale(:).');
  m.Varies = true (1, columns (X));
  ## The scale of a constant column is 1, as may be that of others.
  for j = find (deviation == 1)
    m.Varies(j) = any (X(:,j) != X(1,j));
  end
  deviation(! m.Varies) = 0;
  m.Mean = zeros (1, columns (X));
  m.Variance = double (m.Varies);
  [m.Shift, m.Scale] = deal (d.Mean(:).', d.Scale(:).');
  if (! s.Standardize)
    [m.Mean, m.Variance] = deal (center, deviation .^ 2);
    [m.Shift, m.Scale] = deal (zeros (1, columns (X)), ones (1, columns (X)));
  end
end
