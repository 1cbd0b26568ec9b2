## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.check_contents (file, ok)
##
## Refuses the checkpoint FILE, which is whole, if its contents are wrong (OK is false).

function check_contents (file, ok)
  if (! ok)
    error ('nnreg:badFile', '"%s" is a checkpoint with contents that nnreg does not know', ...
           file);
  end
end

%!error <"a" is a checkpoint with contents that nnreg does not know>
%! nnr.files.check_contents ("a", false)
