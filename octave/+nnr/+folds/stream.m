## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## stream = nnr.folds.stream (repeat)
##
## The number of the random stream that deals out the folds of a repeat.

function stream = stream (repeat)
  stream = 3;
  if (repeat > 1)
    stream = 500 + repeat;
  end
end
