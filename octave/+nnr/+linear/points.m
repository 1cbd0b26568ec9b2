## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## plan = nnr.linear.points (s, lambdas, ratio)
##
## The points that the gateway __nnreg_linear_follow__ should visit, by the settings S. LAMBDAS
## fall; if RATIO is not 0 the gateway sets them: from the largest that matters to RATIO times it.

function plan = points (s, lambdas, ratio)
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  ## An l2 alone makes no zeros. As in glmnet it then counts as an elastic net with this l1 share.
  least_share = 1e-3;
  entry = u.L1;
  if (u.L1 < least_share)
    entry = least_share * max (1, 2 * u.L2);
  end
  plan = struct ('L1', u.L1, 'L2', u.L2, 'Group', u.Group, 'Lambda', lambdas(:).', ...
                 'Ratio', ratio, 'Entry', entry, 'MayEnd', double (ratio > 0), ...
                 'Tolerance', s.Tolerance, 'MostInputs', 0, 'Explained', 0, 'First', 0, ...
                 'Seconds', 0.25, 'Threads', s.Threads);
end
