## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.files.store_whole (file, values)
##
## Saves the fields of a struct to a file that is at any moment the old one or the new one, and
## whole: Octave's save does not always tell when the disk is full, so what it has written is read
## again before it gets its name.

function store_whole (file, values)
  temporary = sprintf ('%s.%s.%d', file, gethostname (), getpid ());
  values.digest = hash ('md5', nnr.files.value_text (values));
  try
    __nnreg_file_append__ (temporary, '');     # which tells the reason if it cannot be made, unlike save
    save ('-binary', temporary, '-struct', 'values');
    if (isempty (nnr.files.load_whole (temporary)))
      error ('it is not whole; is the disk full?');
    end
    __nnreg_file_append__ (temporary, '');     # waits until it is on the disk
    [failed, message] = rename (temporary, file);
    if (failed)
      error (message);
    end
  catch err
    nnr.files.remove_file (temporary);
    error ('nnreg:badFile', '"%s" cannot be written: %s', file, ...
           nnr.core.reason (err));
  end
end
