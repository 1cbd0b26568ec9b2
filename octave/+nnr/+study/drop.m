## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.study.drop (study, name)
##
## Removes what is no longer needed in a study's folder with this NAME ("states", "refit"), with
## temporary files of killed processes. STUDY may be empty: a search without a study.

function drop (study, name)
  if (isempty (study))
    return;
  end
  folder = fullfile (study.Folder, name);
  for name = nnr.files.files_in (folder, '')
    nnr.files.remove_file (fullfile (folder, name{1}));
  end
end

%!test # a folder's name is not read as a pattern: states of other studies stay
%! place = tempname ();
%! files = {fullfile(place, "a*", "states", "1-1.bin"), fullfile(place, "ab", "states", "1-1.bin")};
%! mkdir (place);
%! for file = files
%!   mkdir (fileparts (fileparts (file{1})));
%!   mkdir (fileparts (file{1}));
%!   fclose (fopen (file{1}, "w"));
%! end
%! nnr.study.drop (struct ("Folder", fullfile (place, "a*")), "states");
%! left = cellfun (@(file) exist (file, "file") == 2, files);
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
%! assert (left, [false, true]);
