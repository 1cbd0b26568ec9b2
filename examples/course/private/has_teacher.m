## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## True in the teachers' archive, which can make tasks and has the model answers.

function yes = has_teacher ()
  yes = isfolder (fullfile (fileparts (fileparts (mfilename ('fullpath'))), 'teacher'));
end
