## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## m = nnr.data.input_moments (X, d, s)
##
## A struct of rows 1-by-D: Mean and Variance of the inputs as a training with the settings S sees
## them, the Shift and Scale by which it standardises them (0 and 1 without Standardize), and
## Varies, which is false for constant columns.

function m = input_moments (X, d, s)
  found = nnr.data.scan ('X', X, true, 'double', s.Threads);
  deviation = found.Scale(:).';
  m.Varies = true (1, columns (X));
  ## A scale of 1 may mean a constant column.
  for j = find (deviation == 1)
    m.Varies(j) = any (X(:,j) != X(1,j));
  end
  deviation(! m.Varies) = 0;
  m.Mean = zeros (1, columns (X));
  m.Variance = double (m.Varies);
  [m.Shift, m.Scale] = deal (d.Mean(:).', d.Scale(:).');
  if (! s.Standardize)
    [m.Mean, m.Variance] = deal (found.Mean(:).', deviation .^ 2);
    [m.Shift, m.Scale] = deal (zeros (1, columns (X)), ones (1, columns (X)));
  end
end
