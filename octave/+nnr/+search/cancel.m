## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## status = nnr.search.cancel (study, plan)
##
## Ends a search: cancels the jobs of its executors, and writes a file into its folder that all
## other processes look for before each training. Finished trainings are kept, and a complete search
## is left as it is. STATUS is what nnr.search.status returns afterwards, with the names of the
## cancelled jobs in CancelledJobs.

function status = cancel (study, plan)
  status = nnr.search.status (study, plan);
  if (! status.Complete)
    nnr.study.cancelled (study, true);
  end
  ended = {};
  for engine = nnr.executors.engines (study)
    ended = [ended, engine.Cancel()];
  end
  status = nnr.search.status (nnr.study.read (study), plan);
  status.CancelledJobs = ended;
end
