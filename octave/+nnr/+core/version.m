## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## version = nnr.core.version ()
##
## The version in the DESCRIPTION of the installed package; "development" elsewhere.

function version = version ()
  version = 'development';
  package = fileparts (fileparts (fileparts (mfilename ('fullpath'))));
  file = fullfile (package, 'packinfo', 'DESCRIPTION');
  if (exist (file, 'file'))
    found = regexp (fileread (file), '(?m)^Version:\s*(\S+)', 'tokens', 'once', 'ignorecase');
    version = found{1};
  end
end
