## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## status = nnr.search.cancel (study, plan)
##
## Ends a search: its tasks in SLURM, and by a file all other processes, which look for it before
## they start another training.  What is finished is kept; one that is complete stays as it is.
## status is that of nnr.search.status when it is over, and CancelledJobs, the arrays of SLURM that were
## ended.

function status = cancel (study, plan)
  status = nnr.search.status (study, plan);
  ended = [];
  if (! status.Complete)
    mark_cancelled (nnr.study.cancel_file (study));
  end
  for id = nnr.executors.slurm_jobs (study)
    if (any (nnr.executors.slurm_tasks (id)))
      [failed, text] = system (sprintf ('scancel %d 2>&1', id));
      if (failed)
        error ('nnreg:executor', 'scancel failed: %s', strtrim (text));
      end
      ended(end + 1) = id;
    end
  end
  status = nnr.search.status (nnr.study.read (study), plan);
  status.CancelledJobs = ended;
end

## The file counts by being there, also where a full disk has no room for its text.
function mark_cancelled (file)
  try
    __nnreg_file_append__ (file, "cancelled\n");
  catch err
    if (exist (file, 'file') != 2)
      rethrow (err);
    end
  end
end
