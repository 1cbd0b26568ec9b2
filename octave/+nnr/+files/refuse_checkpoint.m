## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.refuse_checkpoint (file, name)
##
## Raises the error that FILE belongs to a run with another NAME, an option or data.

function refuse_checkpoint (file, name)
  error ('nnreg:badFile', ['"%s" is the checkpoint of another training (other %s); delete it ' ...
                           'to begin anew, or name another file'], file, name);
end
