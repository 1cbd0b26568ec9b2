## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## seconds = nnr.train.slice_seconds ()
##
## How long a call of a training gateway lasts; of a large network up to five seconds. The core sees
## Ctrl-C during a call, and Octave between two.

function seconds = slice_seconds ()
  seconds = 0.25;
end
