## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.study.release ()
##
## Gives up all claims of this process.

function release ()
  __nnreg_claims__ ('', [], 0);
end
