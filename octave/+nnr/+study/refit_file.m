## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## file = nnr.study.refit_file (study, number)
## slot = nnr.study.refit_file (study, name)
##
## The file for the checkpoint of a candidate's training on all rows. Processes may train it at the
## same time: each takes the first slot that no other process has claimed, so it goes on from a
## checkpoint whose process is gone. The second form finds the slot in a file's NAME; [] if there is
## none. Where claims cannot be written, FILE is '': no checkpoint.

function file = refit_file (study, number)
  round = 0;                    # its claims are no jobs'
  if (ischar (number))
    file = str2double (regexp (number, '^\d+-(\d+)\.bin$', 'tokens', 'once'));
    return;
  end
  slot = 1;
  try
    while (! nnr.study.claim (study, round, slot))
      slot += 1;
    end
  catch
    file = '';                  # the folder cannot be written
    return;
  end
  file = fullfile (study.Folder, 'refit', sprintf ('%d-%d.bin', number, slot));
end
