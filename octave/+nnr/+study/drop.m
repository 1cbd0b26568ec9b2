## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.study.drop (study, name)
##
## Removes what is no longer needed in a study's folder with this NAME ("states", "refit"), with
## temporary files of killed processes. What other processes are at work on stays. STUDY may be
## empty: a search without a study.

function drop (study, name)
  if (isempty (study))
    return;
  end
  folder = fullfile (study.Folder, name);
  for name = nnr.files.files_in (folder, '.bin')
    if (is_free (study, name{1}))
      nnr.files.remove_file (fullfile (folder, name{1}));
    end
  end
  cellfun (@__nnreg_drop_unfinished__, {folder, study.Folder});
end

## Whether no other process goes on from this file. Only the files in "refit" have slots.
function yes = is_free (study, name)
  slot = nnr.study.refit_file (study, name);
  yes = true;
  if (! isempty (slot))
    try
      yes = nnr.study.claim (study, 0, slot);
    catch
      yes = false;              # a folder that this user only reads
    end
  end
end

%!test # a folder's name is not read as a pattern: states of other studies stay
%! place = tempname ();
%! files = {fullfile(place, "a*", "states", "1-1-a.bin"), ...
%!          fullfile(place, "ab", "states", "1-1-a.bin")};
%! mkdir (place);
%! for file = files
%!   mkdir (fileparts (fileparts (file{1})));
%!   mkdir (fileparts (file{1}));
%!   fclose (fopen (file{1}, "w"));
%! end
%! left_over = fullfile (place, "a*", ".nnreg-1-2-3-0.new");    # of a study.bin
%! fclose (fopen (left_over, "w"));
%! nnr.study.drop (struct ("Folder", fullfile (place, "a*")), "states");
%! left = cellfun (@(file) exist (file, "file") == 2, [files, {left_over}]);
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
%! assert (left, [false, true, false]);
