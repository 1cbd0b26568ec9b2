## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## version = nnr.core.version ()
##
## The version in the DESCRIPTION of the installed package; "development" elsewhere.

function version = version ()
  version = nnr.core.description ('Version', 'development');
end
