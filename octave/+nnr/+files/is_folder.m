## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.files.is_folder (name)
##
## As isfolder, which does not see a folder whose name ends in a blank.

function yes = is_folder (name)
  [info, missing] = stat (name);
  yes = ! missing && S_ISDIR (info.mode);
end

%!test
%! place = tempname ();
%! folder = fullfile (place, "a ");
%! mkdir (place);
%! mkdir (folder);
%! file = fullfile (folder, "b");
%! fclose (fopen (file, "w"));
%! found = cellfun (@nnr.files.is_folder, {place, folder, file, fullfile(place, "a"), ""});
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
%! assert (found, [true, true, false, false, false]);
