## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## points = nnr.plot.font_size ()
##
## The size of letters for which drawers choose their boxes.

function points = font_size ()
  points = 9;
end
