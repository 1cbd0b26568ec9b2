## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.study.save_state (study, round, number, state)
##
## Keeps the state that a job ended with, whole or not at all.

function save_state (study, round, number, state)
  nnr.files.write_checkpoint (nnr.study.state_file (study, round, number), state);
end
