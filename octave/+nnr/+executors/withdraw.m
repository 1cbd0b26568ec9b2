## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.search.withdraw (study)
##
## Takes a study back that this call has made and that nobody has begun to work on, as where sbatch
## refuses: another try, with other options or another grid, finds no folder in its way.  Any other
## study is left as it is.

function withdraw (study)
  place = @(varargin) fullfile (study.Folder, varargin{:});
  begun = [nnr.files.files_in(place ('results'), ''), nnr.files.files_in(place ('states'), ''), ...
           nnr.files.files_in(place ('processes'), ''), num2cell(nnr.executors.slurm_jobs (study))];
  if (! study.IsNew || ! isempty (begun))
    return;
  end
  for file = {{'data.bin'}, {'slurm', 'shard.sh'}, {'study.bin'}, {'claims'}}
    nnr.files.remove_file (place (file{1}{:}));
  end
  for folder = [cellfun(place, {'processes', 'slurm', 'states', 'results'}, ...
                        'UniformOutput', false), study.NewFolders]
    rmdir_if_empty (folder{1});
  end
end

function rmdir_if_empty (folder)
  [~, ~] = rmdir (folder);
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
%! nnr.search.withdraw (study);
%! assert (all_files (place), cell (1, 0));
%! mkdir (fullfile (place, "a"));
%! fclose (fopen (fullfile (place, "a", "mine.txt"), "w"));
%! study = nnr.study.open (fullfile (place, "a"), plan);
%! nnr.search.withdraw (study);
%! assert (all_files (fullfile (place, "a")), {"mine.txt"});
%! for sub = {"results", "processes"}
%!   study = nnr.study.open (fullfile (place, sub{1}), plan);
%!   [~, ~] = mkdir (fullfile (study.Folder, sub{1}));
%!   fclose (fopen (fullfile (study.Folder, sub{1}, "x.txt"), "w"));
%!   nnr.search.withdraw (study);
%!   assert (exist (fullfile (study.Folder, "study.bin"), "file"), 2);
%! end
%! study = nnr.study.open (fullfile (place, "c"), plan);
%! again = nnr.study.open (fullfile (place, "c"), plan);
%! nnr.search.withdraw (again);
%! assert (exist (fullfile (study.Folder, "study.bin"), "file"), 2);
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
