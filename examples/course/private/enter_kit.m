## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Until BACK is cleared, the folder of this kit is the working folder, so that its settings and
## data are found even if another copy is on the path, and the teachers' functions are there.

function back = enter_kit ()
  root = fileparts (fileparts (mfilename ('fullpath')));
  folder = fullfile (root, 'teacher');
  added = has_teacher () && ! any (strcmp (strsplit (path (), pathsep ()), folder));
  if (added)
    addpath (folder);                 # before cd, which makes relative folders of the path invalid
  end
  here = cd (root);
  go_back = @leave;                     # found now: not after `clear -f` in another folder
  back = onCleanup (@() go_back (here, folder, added));
end

function leave (here, folder, added)
  cd (here);
  if (added)
    rmpath (folder);
  end
end
