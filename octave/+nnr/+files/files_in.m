## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.files.files_in (folder, ending)
##
## The names of the files in FOLDER that have this ENDING, a row cell. Unlike dir and glob it does
## not read the folder's name as a pattern.

function names = files_in (folder, ending)
  names = reshape (readdir (folder), 1, []);
  count = numel (ending);
  fits = cellfun (@(name) numel (name) >= count && all (name(end - count + 1:end) == ending), ...
                  names);
  names = names(fits & ! ismember (names, {'.', '..'}));
end

%!test # a folder whose name is a pattern that another one's fits
%! place = tempname ();
%! folders = fullfile (place, {"a[1]", "a1", "a\\1"});
%! mkdir (place);
%! for k = 1:3
%!   mkdir (folders{k});
%!   fclose (fopen (fullfile (folders{k}, sprintf ("%d.txt", k)), "w"));
%!   fclose (fopen (fullfile (folders{k}, "x.log"), "w"));
%! end
%! found = cellfun (@(folder) nnr.files.files_in (folder, ".txt"), folders);
%! all_of_it = sort (nnr.files.files_in (folders{1}, ""));
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
%! assert (found, {"1.txt", "2.txt", "3.txt"});
%! assert (all_of_it, {"1.txt", "x.log"});
%!assert (nnr.files.files_in (tempname (), ".txt"), cell (1, 0))
