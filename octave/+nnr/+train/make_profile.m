## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## profile = nnr.train.make_profile (packing, phases, total)
##
## Where the time of a fit went, in seconds: PACKING, the core's PHASES (nnreg_phase in nnreg.h),
## and the rest of TOTAL, which Octave took.

function profile = make_profile (packing, phases, total)
  core = nnr.core.names ();
  profile = cell2struct ([packing; num2cell(phases(:))], [{'Packing'}, core.Phases], 1);
  profile.Octave = max (0, total - packing - sum (phases));
  profile.Total = packing + sum (phases) + profile.Octave;
end
