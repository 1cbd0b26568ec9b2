## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.study.drop_state (study, round, number)
##
## Removes a state that nothing needs any more, if there is one.

function drop_state (study, round, number)
  nnr.files.remove_file (nnr.study.state_file (study, round, number));
end
