## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## display (x)
##
## Octave calls this for every cell. Results of nnreg in it are shown as lines that say what they
## are; all else as without nnreg.

function display (x, name)
  if (nargin < 2)
    try
      name = inputname (1, false);
    catch
      name = '';
    end
  end
  builtin ('display', nnr.show.inside (x), name);
end
