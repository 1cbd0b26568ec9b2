## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.path.relaxed_settings (s, p)
##
## The settings of a path's relaxed refits: no penalty, and zeros stay zero. A network trains for
## twice WarmEpochs (measured): it has more to make up for than after one step of lambda.

function s = relaxed_settings (s, p)
  [s.Penalty, s.Lambda, s.KeepZeros] = deal ('none', [], true);
  if (! p.Falls)
    s.Epochs = 2 * p.WarmEpochs;
  end
end
