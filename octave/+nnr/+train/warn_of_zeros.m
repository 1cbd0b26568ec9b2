## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.warn_of_zeros (what, advice)
##
## Warns of a model that uses no input: WHAT is zero, and what to try.

function warn_of_zeros (what, advice)
  nnr.words.warn ('nnreg:allZero', '%s: the model predicts the same for every x; %s', what, advice);
end
