## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.executors.withdraw (study)
##
## Removes a study if this call has made it and no process has worked on it, for example because
## sbatch refused: so the folder can be used again, with other options or another grid. Any other
## study is left as it is.

function withdraw (study)
  engines = nnr.executors.engines (study);
  begun = nnr.study.begun (study);
  for engine = engines
    found = nnr.files.files_in (engine.Folder, '');
    begun = [begun, found(! ismember (found, engine.Files))];
    if (study.IsNew && isempty (begun))
      [~, ~, begun] = engine.Tasks ();
    end
  end
  if (! study.IsNew || ! isempty (begun))
    return;
  end
  for engine = engines
    cellfun (@(name) nnr.files.remove_file (fullfile (engine.Folder, name)), engine.Files);
    [~, ~] = rmdir (engine.Folder);
  end
  nnr.study.remove (study);
end

%!function files = all_files (folder)
%!  files = sort (nnr.files.files_in (folder, ""));
%!endfunction
%!test # what was made is removed, folders above it too, but nothing else
%! place = tempname ();
%! mkdir (place);
%! plan = struct ("Options", struct ("Epochs", 1), "Grid", {{}});
%! study = nnr.study.open (fullfile (place, "a", "b"), plan);
%! mkdir (fullfile (study.Folder, "slurm"));
%! fclose (fopen (fullfile (study.Folder, "data.bin"), "w"));
%! nnr.executors.withdraw (study);
%! assert (all_files (place), cell (1, 0));
%! mkdir (fullfile (place, "a"));
%! fclose (fopen (fullfile (place, "a", ".mine"), "w"));
%! study = nnr.study.open (fullfile (place, "a"), plan);
%! nnr.executors.withdraw (study);
%! assert (all_files (fullfile (place, "a")), {".mine"});
%! for sub = {"results", "processes"}
%!   study = nnr.study.open (fullfile (place, sub{1}), plan);
%!   [~, ~] = mkdir (fullfile (study.Folder, sub{1}));
%!   fclose (fopen (fullfile (study.Folder, sub{1}, "x.txt"), "w"));
%!   nnr.executors.withdraw (study);
%!   assert (exist (fullfile (study.Folder, "study.bin"), "file"), 2);
%! end
%! study = nnr.study.open (fullfile (place, "c"), plan);
%! again = nnr.study.open (fullfile (place, "c"), plan);
%! nnr.executors.withdraw (again);
%! assert (exist (fullfile (study.Folder, "study.bin"), "file"), 2);
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
