## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.warn_of_scales (found, s)
##
## Warns of columns whose scales harm a training that leaves X as it is. FOUND is from
## nnr.data.scan.
##
## The exact solver centres the inputs and evens out their scales by itself, but in single precision
## the model cannot hold the biases of far columns.

function warn_of_scales (found, s)
  if (ischar (s.Standardize) || s.Standardize)
    return
  end
  fault = nnr.data.scale_fault (found);
  digits_lost = strcmp (s.Precision, 'single') && nnr.data.lies_far (found, 1e3);
  if (! isempty (fault) && strcmp (s.Solver, 'adam'))
    nnr.words.warn ('nnreg:scale', '%s; "Standardize", true would help the training', fault);
  elseif (digits_lost)
    nnr.words.warn ('nnreg:scale', ['%s; "Standardize", true, or "Precision", "double", keeps ' ...
                                    'its digits'], fault);
  end
end
