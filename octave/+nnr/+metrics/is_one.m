## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.metrics.is_one (total)
##
## Are these sums of probabilities 1, to the rounding of single precision? Probabilities computed in
## single are often passed as doubles.

function yes = is_one (total)
  yes = abs (total - 1) <= sqrt (double (eps ('single')));
end

%!assert (nnr.metrics.is_one ([1, 1 + 1e-6, 0.999]), [true, true, false])
