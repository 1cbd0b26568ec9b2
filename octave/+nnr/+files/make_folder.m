## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## folder = nnr.files.make_folder (folder)
##
## Makes a folder if it does not exist, and returns its absolute name. "~" at its start is the
## user's home.

function folder = make_folder (folder)
  folder = tilde_expand (folder);
  [~, message] = mkdir (folder);
  if (! isfolder (folder))      # another process may have been faster, which is fine
    error ('nnreg:badFile', 'the folder "%s" cannot be made: %s', folder, message);
  end
  folder = canonicalize_file_name (folder);
end
