## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.study.keep_data (study, X, y)
##
## Writes the data to the study's folder, for other processes, unless they are there.

function keep_data (study, X, y)
  file = fullfile (study.Folder, 'data.bin');
  if (isempty (nnr.files.load_whole (file)))
    nnr.files.store_whole (file, struct ('X', {X}, 'y', {y}));
  end
end
