## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## seconds = nnr.train.slice_seconds ()
##
## How long a call of a training gateway lasts at most. Between two calls Octave sees Ctrl-C.

function seconds = slice_seconds ()
  seconds = 0.25;
end
