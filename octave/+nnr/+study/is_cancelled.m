## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.study.is_cancelled (study)
##
## Has the study been cancelled since it was last called?

function yes = is_cancelled (study)
  yes = exist (nnr.study.cancel_file (study), 'file') == 2;
end
