## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## profile = nnr.train.make_profile (packing, phases, total)
##
## Where a fit's time went, in seconds, from that of packing, the core's phases (nnreg_phase in
## nnreg.h) and the whole.

function profile = make_profile (packing, phases, total)
  names = {'Samples', 'Forward', 'Loss', 'Backward', 'Update', 'Waiting', 'Validation', ...
           'Calls'};
  profile = cell2struct ([packing; num2cell(phases(:))], [{'Packing'}, names], 1);
  profile.Octave = max (0, total - packing - sum (phases));
  profile.Total = packing + sum (phases) + profile.Octave;
end
