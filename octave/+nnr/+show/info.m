## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.show.info (info)
##
## Prints the struct of nnreg_info.

function info (info)
  names = fieldnames (info);
  for k = 1:numel (names)
    printf ("%-15s %s\n", names{k}, num2str (info.(names{k})));
  end
end
