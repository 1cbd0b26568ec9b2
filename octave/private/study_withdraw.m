## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {} study_withdraw (@var{study})
## Takes a study back that this call has made and that nobody has begun to work on, as where
## sbatch refuses: another try, with other options or another grid, finds no folder in its
## way.  Any other study is left as it is.
## @seealso{study_open, execute_search}
## @end deftypefn

function study_withdraw (study)
  place = @(varargin) fullfile (study.Folder, varargin{:});
  begun = [files_in(place ('results'), ''), files_in(place ('states'), ''), ...
           files_in(place ('processes'), ''), num2cell(slurm_jobs (study))];
  if (! study.IsNew || ! isempty (begun))
    return;
  end
  for file = {{'data.bin'}, {'slurm', 'shard.sh'}, {'study.bin'}, {'claims'}}
    remove_file (place (file{1}{:}));
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
%!  files = sort (files_in (folder, ""));
%!endfunction
%!test # what was made is removed, folders above it too, but nothing else
%! place = tempname ();
%! mkdir (place);
%! plan = struct ("Options", struct ("Epochs", 1), "Grid", {{}});
%! study = study_open ("f", fullfile (place, "a", "b"), plan);
%! mkdir (fullfile (study.Folder, "slurm"));
%! fclose (fopen (fullfile (study.Folder, "data.bin"), "w"));
%! study_withdraw (study);
%! assert (all_files (place), cell (1, 0));
%! mkdir (fullfile (place, "a"));
%! fclose (fopen (fullfile (place, "a", "mine.txt"), "w"));
%! study = study_open ("f", fullfile (place, "a"), plan);
%! study_withdraw (study);
%! assert (all_files (fullfile (place, "a")), {"mine.txt"});
%! for sub = {"results", "processes"}
%!   study = study_open ("f", fullfile (place, sub{1}), plan);
%!   [~, ~] = mkdir (fullfile (study.Folder, sub{1}));
%!   fclose (fopen (fullfile (study.Folder, sub{1}, "x.txt"), "w"));
%!   study_withdraw (study);
%!   assert (exist (fullfile (study.Folder, "study.bin"), "file"), 2);
%! end
%! study = study_open ("f", fullfile (place, "c"), plan);
%! again = study_open ("f", fullfile (place, "c"), plan);
%! study_withdraw (again);
%! assert (exist (fullfile (study.Folder, "study.bin"), "file"), 2);
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
