## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## folder = nnr.files.make_folder (folder)
##
## Makes a folder if it does not exist, and returns its absolute name. "~" at its start is the
## user's home. Octave cannot use names that are not UTF-8: they are refused before it is made.

function folder = make_folder (folder)
  folder = make_absolute_filename (tilde_expand (folder));
  [~, is_odd] = nnr.words.utf8 (folder);
  if (is_odd)
    folder(double (folder) > 127) = '?';
    error ('nnreg:badFile', 'the folder "%s" cannot be made: its name is not UTF-8', folder);
  end
  [~, message] = mkdir (folder);
  if (! nnr.files.is_folder (folder))   # another process may have been faster, which is fine
    error ('nnreg:badFile', 'the folder "%s" cannot be made: %s', folder, message);
  end
  folder = canonicalize_file_name (folder);
end

%!test # nothing is made of a name that cannot be used
%! place = tempname ();
%! mkdir (place);
%! name = [place, "/gr\366sse"];
%! fail ("nnr.files.make_folder (name)", 'cannot be made: its name is not UTF-8');
%! assert (nnr.files.files_in (place, ""), cell (1, 0));
%! rmdir (place);
