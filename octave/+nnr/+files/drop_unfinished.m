## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.drop_unfinished (folder)
##
## Removes from FOLDER the new files of processes that were killed before they had replaced an older
## file by it (nnreg_file_replace in csrc/core/os/file.c names them, with the process's number).

function drop_unfinished (folder)
  for name = nnr.files.files_in (folder, '.new')
    number = sscanf (name{1}, '.nnreg-%x-');
    if (isscalar (number) && ! is_running (number))
      nnr.files.remove_file (fullfile (folder, name{1}));
    end
  end
end

function yes = is_running (number)
  if (nnr.files.is_folder ('/proc/self'))
    yes = nnr.files.is_folder (sprintf ('/proc/%d', number));
  else
    yes = kill (number, 0) == 0;
  end
end

%!test
%! [folder, guard] = nnr.files.scratch ();
%! own = sprintf (".nnreg-%x-6a-3-0.new", getpid ());
%! for name = {".nnreg-7fffffff-6a-3-0.new", own, "a.new", ".nnreg-x", "b"}
%!   fclose (fopen (fullfile (folder, name{1}), "w"));
%! end
%! nnr.files.drop_unfinished (folder);
%! assert (sort (nnr.files.files_in (folder, "")), sort ({own, ".nnreg-x", "a.new", "b"}));
