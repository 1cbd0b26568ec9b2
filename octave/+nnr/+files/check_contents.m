## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.check_contents (file, ok)
##
## Refuses the checkpoint file, whole as it is, unless what it holds is ok.

function check_contents (file, ok)
  if (! ok)
    error ('nnreg:badFile', ['"%s" is a checkpoint with contents that nnreg does not ' ...
                             'know'], file);
  end
end

%!error <"a" is a checkpoint with contents that nnreg does not know>
%! nnr.files.check_contents ("a", false)
