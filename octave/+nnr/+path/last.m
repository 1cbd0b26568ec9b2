## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [r, over] = nnr.path.last ()
## nnr.path.last (r, over)
##
## Returns or keeps the session's last path as far as it got ([] before the first), and whether it
## is over. A path is kept after each of its points, so Ctrl-C does not lose it.

function [r, over] = last (r, over)
  persistent kept;
  if (nargin > 0)
    kept = {r, over};
    return
  elseif (isempty (kept))
    kept = {[], true};
  end
  [r, over] = kept{:};
end
