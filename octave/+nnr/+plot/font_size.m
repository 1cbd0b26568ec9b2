## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## points = nnr.plot.font_size ()
## points = nnr.plot.font_size ("smallest")
##
## The size of letters for which drawers choose their boxes; the smallest that can be read.

function points = font_size (which)
  points = merge (nargin > 0, 6.75, 9);
end
