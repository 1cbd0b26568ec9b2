## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## label = nnr.plot.effect_label (standardize)
##
## What pictures write for the Effects of nnreg_coef, by how X was scaled.

function label = effect_label (standardize)
  label = 'coefficient';
  if (strcmp (standardize, 'range'))
    label = 'coefficient per range';
  elseif (standardize)
    label = 'coefficient per s.d.';
  end
end

%!assert (nnr.plot.effect_label ("range"), "coefficient per range")
%!assert (nnr.plot.effect_label (true), "coefficient per s.d.")
%!assert (nnr.plot.effect_label (false), "coefficient")
