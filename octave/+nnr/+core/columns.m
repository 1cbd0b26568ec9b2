## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## c = nnr.core.columns ()
##
## The columns of the core's row for an epoch, by name (nnreg_epoch in nnreg.h), and their Count. Rows
## of outcome have Converged (0 or 1) as a further one.

function c = columns ()
  persistent known;
  if (isempty (known))
    known = struct ('DataLoss', 1, 'Metric', 2, 'Penalty', 3, 'ValDataLoss', 4, 'ValMetric', 5, ...
                    'Zeros', 6, 'Seconds', 7, 'Count', 7, 'Converged', 8);
  end
  c = known;
end
