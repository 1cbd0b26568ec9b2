## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.linear.reduces (s, sizes)
##
## Whether a path by the settings S on an X of these SIZES is best followed on as many inputs as
## there are samples (nnr.linear.follow_reduced): that of an l2 alone, which leaves no weight at 0.

function yes = reduces (s, sizes)
  most_samples = 3000;          # the eigenvalues take 30 seconds for each fold
  yes = false;
  if (sizes(2) > sizes(1) && sizes(1) <= most_samples && strcmp (s.Solver, 'coordinate'))
    u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
    yes = u.L1 == 0 && u.Group == 0 && s.Intercept && isempty (s.PenaltyFactor);
  end
end
