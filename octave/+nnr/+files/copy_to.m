## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.copy_to (file, source)
##
## FILE gets the contents of the file SOURCE, whole or not at all. An empty SOURCE is an error.

function copy_to (file, source)
  [fid, reason] = fopen (source, 'r');
  if (fid < 0)
    error ('nnreg:badFile', '"%s" cannot be read: %s', source, reason);
  end
  bytes = fread (fid, Inf, '*uint8');
  fclose (fid);
  if (isempty (bytes))
    error ('nnreg:badFile', 'nothing was made');
  end
  __nnreg_file_replace__ (file, bytes);
end

%!test
%! [folder, guard] = nnr.files.scratch ();
%! files = fullfile (folder, {"a", "b"});
%! __nnreg_file_replace__ (files{1}, uint8 (0:255));
%! nnr.files.copy_to (files{2}, files{1});
%! assert (uint8 (fileread (files{2})), uint8 (0:255));
%! fail ("nnr.files.copy_to (files{2}, fullfile (folder, 'c'))", '" cannot be read: ');
%! fclose (fopen (files{1}, "w"));
%! fail ("nnr.files.copy_to (files{2}, files{1})", "nothing was made");
%! assert (numel (fileread (files{2})), 256);
