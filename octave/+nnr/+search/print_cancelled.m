## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.search.print_cancelled (status)
##
## Prints what nnr.search.cancel did, and how to go on.

function print_cancelled (status)
  trainings = nnr.words.count_text (status.Jobs, 'training');
  printf ("%s\n", status.Folder);
  if (status.Complete)
    printf ("  nothing to cancel: it is complete, %s done\n", trainings);
  else
    printf ("  cancelled: %d of %s done, which are kept\n", status.Done, trainings);
    for id = status.CancelledJobs
      printf ("  SLURM job %d is ended\n", id);
    end
    printf ("  processes that are at work on it end after their training at hand\n");
    printf ("  to go on, call the same search with the same StudyDir again\n");
  end
  fflush (stdout);
end
