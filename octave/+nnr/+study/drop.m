## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.study.drop (study)
##
## Removes all states and checkpoints of a study whose trainings are all done, and the temporary
## files of killed processes. STUDY may be empty: a search without a study.

function drop (study)
  if (isempty (study))
    return;
  end
  folder = fullfile (study.Folder, 'states');
  for name = nnr.files.files_in (folder, '.bin')
    nnr.files.remove_file (fullfile (folder, name{1}));
  end
  nnr.files.drop_unfinished (folder);
  nnr.files.drop_unfinished (study.Folder);
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
%! left_over = fullfile (place, "a*", ".nnreg-7fffffff-2-3-0.new");     # of a study.bin
%! fclose (fopen (left_over, "w"));
%! nnr.study.drop (struct ("Folder", fullfile (place, "a*")));
%! left = cellfun (@(file) exist (file, "file") == 2, [files, {left_over}]);
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
%! assert (left, [false, true, false]);
