## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.data.lies_far (found)
## yes = nnr.data.lies_far (found, ratio)
##
## Whether the mean of a column that varies is more than RATIO [10] times its standard deviation.
## FOUND is from nnr.data.scan.

function yes = lies_far (found, ratio)
  if (nargin < 2)
    ratio = 10;
  end
  yes = any (abs (found.Mean) > ratio * found.Scale & ! found.Constant);
end
