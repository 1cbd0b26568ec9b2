## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.drop_unfinished (folder)
##
## Removes from FOLDER the new files of processes that were killed before they had replaced an older
## file by it (nnreg_file_replace in csrc/core/os/file.c names them).

function drop_unfinished (folder)
  names = nnr.files.files_in (folder, '.new');
  for name = names(strncmp (names, '.nnreg-', 7))
    nnr.files.remove_file (fullfile (folder, name{1}));
  end
end

%!test
%! [folder, guard] = nnr.files.scratch ();
%! for name = {".nnreg-1f-6a-3-0.new", "a.new", ".nnreg-x", "b"}
%!   fclose (fopen (fullfile (folder, name{1}), "w"));
%! end
%! nnr.files.drop_unfinished (folder);
%! assert (sort (nnr.files.files_in (folder, "")), {".nnreg-x", "a.new", "b"});
