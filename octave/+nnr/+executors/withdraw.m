## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.executors.withdraw (study)
##
## Removes a study if this call has made it and no process has worked on it, for example because
## sbatch refused: so the folder can be used again, with other options or another grid. Any other
## study is left as it is.

function withdraw (study)
  inside = @(name) fullfile (study.Folder, name);
  begun = [nnr.files.files_in(inside ('results'), ''), nnr.files.files_in(inside ('states'), '')];
  [files, folders] = deal ({inside('data.bin')}, {inside('states'), inside('results')});
  for engine = nnr.executors.engines (study)
    found = nnr.files.files_in (engine.Folder, '');
    begun = [begun, found(! ismember (found, engine.Files))];
    if (study.IsNew && isempty (begun))
      [~, ~, begun] = engine.Tasks ();
    end
    files = [files, cellfun(@(name) fullfile (engine.Folder, name), engine.Files, ...
                            'UniformOutput', false)];
    folders = [{engine.Folder}, folders];
  end
  if (! study.IsNew || ! isempty (begun))
    return;
  end
  cellfun (@nnr.files.remove_file, [files, {inside('study.bin'), inside('claims')}]);
  for folder = [folders, study.NewFolders]
    [~, ~] = rmdir (folder{1}); # does nothing if the folder is not empty
  end
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
%! fclose (fopen (fullfile (place, "a", "mine.txt"), "w"));
%! study = nnr.study.open (fullfile (place, "a"), plan);
%! nnr.executors.withdraw (study);
%! assert (all_files (fullfile (place, "a")), {"mine.txt"});
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
