## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.study.check_stop (study)
##
## Ends this process's work on a study that has been cancelled.

function check_stop (study)
  if (nnr.study.is_cancelled (study))
    error ('nnreg:cancelled', ['the search in "%s" was cancelled; what is finished is ' ...
                               'kept, call it again to go on'], study.Folder);
  end
end
