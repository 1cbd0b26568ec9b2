## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.path.relaxed_settings (s, p)
##
## The settings of a path's relaxed refits: no penalty, and zeros stay zero.  Measured: a network's
## twice as long as the trainings between two points, which have only a step to make up for.  An
## exact solver's ends by itself.

function s = relaxed_settings (s, p)
  [s.Penalty, s.Lambda, s.KeepZeros] = deal ('none', [], true);
  if (! p.Falls)
    s.Epochs = 2 * p.WarmEpochs;
  end
end
