## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.remove_file (file)
##
## Removes a file if it is there.

function remove_file (file)
  [~, ~] = unlink (file);
end
