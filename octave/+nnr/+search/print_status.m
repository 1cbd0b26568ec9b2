## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.search.print_status (status)
##
## Prints what nnr.search.status found.

function print_status (status)
  printf ("%s\n", status.Folder);
  printf ("  %s, %s\n", nnr.words.count_text (status.Candidates, 'candidate'), ...
          nnr.words.count_text (status.Folds, 'fold'));
  printf ('  %d of %s done', status.Done, nnr.words.count_text (status.Jobs, 'training'));
  if (status.Rounds > 1)
    printf (', round %d of %d', status.Round, status.Rounds);
  end
  if (status.Cancelled)
    printf (', cancelled');
  end
  printf ("\n");
  if (! isempty (status.SlurmJobs))
    printf ("  SLURM job %s: %s running, %d waiting\n", ...
            sprintf ('%d', status.SlurmJobs(end)), nnr.words.count_text (status.Running, ...
                                                                         'shard'), ...
            status.Waiting);
  end
  fflush (stdout);
end
