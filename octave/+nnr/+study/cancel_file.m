## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## file = nnr.study.cancel_file (study)
##
## The file by which all processes of a study are told to end.

function file = cancel_file (study)
  file = fullfile (study.Folder, 'cancelled');
end
