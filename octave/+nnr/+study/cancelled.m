## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.study.cancelled (study)
## nnr.study.cancelled (study, mark)
##
## Is the study cancelled? A file in its folder says so to all its processes. With mark (a logical)
## that file is made or removed.

function yes = cancelled (study, mark)
  file = fullfile (study.Folder, 'cancelled');
  if (nargin > 1 && mark)
    make_file (file);
  elseif (nargin > 1)
    nnr.files.remove_file (file);
  end
  yes = exist (file, 'file') == 2;
end

## On a full disk there is the file but no room for its text, and that is enough.
function make_file (file)
  try
    __nnreg_file_append__ (file, "cancelled\n");
  catch err
    if (exist (file, 'file') != 2)
      rethrow (err);
    end
  end
end
