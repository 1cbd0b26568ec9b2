## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## tolerance = nnr.linear.tolerance (s)
##
## Newton's models of classes end when the objective is near enough; the weights are then less
## exact. For one model exact weights cost little.

function tolerance = tolerance (s)
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  strict = strcmp (s.Task, 'classification') && ! u.ByInput;
  tolerance = s.Tolerance * merge (strict, 1e-4, 1);
end
