## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.linear.suits (s, sizes)
##
## Whether the solver of linear models should train by the settings S on an X of these SIZES: not if
## there are more inputs than samples and hardly a weight will be 0, as with "l2". The Solver
## "fista" does these.

function yes = suits (s, sizes)
  yes = strcmp (s.Solver, 'coordinate');
  if (yes && sizes(2) > sizes(1))
    yes = nnr.options.selects (nnr.options.unit_penalty (s.Penalty, s.Alpha));
  end
end
