## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## plan = nnr.linear.points (s, lambdas, ratio)
##
## The points that the gateway __nnreg_linear_follow__ should visit, by the settings S. LAMBDAS
## fall; if RATIO is not 0 the gateway sets them: from the largest that matters to RATIO times it.

function plan = points (s, lambdas, ratio)
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  plan = struct ('L1', u.L1, 'L2', u.L2, 'Group', u.Group, 'Lambda', lambdas(:).', ...
                 'Ratio', ratio, 'Entry', nnr.options.entry_share (u), ...
                 'MayEnd', double (ratio > 0), 'Tolerance', s.Tolerance, 'MostInputs', 0, ...
                 'Explained', 0, 'First', 0, 'Block', 0, 'KeepParts', 0, 'Relax', 0, ...
                 'Seconds', 0.25, 'Threads', s.Threads);
end
