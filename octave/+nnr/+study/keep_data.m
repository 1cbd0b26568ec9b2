## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.study.keep_data (study, X, y)
##
## Writes the data to the study's folder, for other processes, unless they are there.

function keep_data (study, X, y)
  file = fullfile (study.Folder, 'data.bin');
  guard = nnr.study.lock (study.Folder);
  fault = 'is missing';
  if (exist (file, 'file') == 2)
    [~, fault] = nnr.files.read (file, 'study');
  end
  if (! isempty (fault))
    nnr.files.write (file, 'study', struct ('X', {X}, 'y', {y}));
  end
end
