## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## c = nnr.study.load_checkpoint (study, round, number)
##
## The checkpoint of a job that another call or process began: Row, Curve and State, as in the
## window of nnr.queue.run. Empty if there is none, or if it is damaged or another job's.

function c = load_checkpoint (study, round, number)
  c = [];
  [file, job] = nnr.study.checkpoint_file (study, round, number);
  try
    found = nnr.files.read (file, 'checkpoint');
    if (strcmp (found.Job, job))
      c = struct ('Row', found.Row, 'Curve', found.Curve, ...
                  'State', rmfield (found, {'Steps', 'Job', 'Row', 'Curve'}));
    end
  catch
    ## Whatever is wrong with it: the job begins anew.
  end
end
