## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.words.at_terminal ()
##
## Does someone read along, at a terminal or in the graphical interface?

function yes = at_terminal ()
  yes = isguirunning () || __nnreg_isatty__ ();
end
