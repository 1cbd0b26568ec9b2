## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## state = nnr.study.load_state (study, round, number)
##
## The state that a job ended with; empty if its file is missing or damaged.

function state = load_state (study, round, number)
  state = [];
  try
    state = nnr.files.read (nnr.study.state_file (study, round, number), 'checkpoint');
  catch
    ## Whatever is wrong with it: the job is done again.
  end
end
