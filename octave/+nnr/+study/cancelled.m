## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.study.cancelled (study)
## nnr.study.cancelled (study, mark)
##
## Is the study cancelled? It is if a certain file is in its folder, where all its processes see it.
## MARK (a logical) makes or removes that file.

function yes = cancelled (study, mark)
  file = fullfile (study.Folder, 'cancelled');
  if (nargin > 1 && mark)
    make_file (file);
  elseif (nargin > 1)
    nnr.files.remove_file (file);
  end
  yes = exist (file, 'file') == 2;
end

## On a full disk the file exists without its text, and that is enough.
function make_file (file)
  try
    __nnreg_file_append__ (file, "cancelled\n");
  catch err
    if (exist (file, 'file') != 2)
      rethrow (err);
    end
  end
end
