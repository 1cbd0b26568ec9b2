## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## disp (x)
## text = disp (x)
##
## Octave calls this for every cell. Results of nnreg in it are shown as lines that say what they
## are; all else as without nnreg.

function varargout = disp (x)
  [varargout{1:nargout}] = builtin ('disp', nnr.show.inside (x));
end
