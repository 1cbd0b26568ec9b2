## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.words.at_terminal ()
##
## Whether someone reads the output: Octave runs at a terminal or in its graphical interface.

function yes = at_terminal ()
  yes = isguirunning () || __nnreg_isatty__ ();
end
