## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.search.print_status (status)
##
## Prints the result of nnr.search.status or nnr.search.cancel.

function print_status (status)
  printf ("%s\n", status.Folder);
  if (isfield (status, 'CancelledJobs'))
    print_cancelled (status);
  else
    print_progress (status);
  end
  fflush (stdout);
end

function print_progress (status)
  printf ("  %s, %s\n", nnr.words.count_text (status.Candidates, 'candidate'), ...
          nnr.words.count_text (status.Folds, 'fold'));
  printf ('  %d of %s done', status.Done, nnr.words.count_text (status.Jobs, 'training'));
  if (status.Begun > 0)
    printf (', %d begun', status.Begun);
  end
  if (status.Rounds > 1)
    printf (', round %d of %d', status.Round, status.Rounds);
  end
  if (status.Cancelled)
    printf (', cancelled');
  end
  printf ("\n");
  if (! isempty (status.Tasks))
    printf ("  %s: %s running, %d waiting\n", status.Tasks{end}, ...
            nnr.words.count_text (status.Running, 'shard'), status.Waiting);
  end
  if (! isempty (status.LastWords))
    printf ("  %s\n  to go on, call the same search with the same StudyDir again\n", ...
            status.LastWords);
  end
end

function print_cancelled (status)
  trainings = nnr.words.count_text (status.Jobs, 'training');
  if (status.Complete)
    printf ("  nothing to cancel: it is complete, %s done\n", trainings);
  else
    printf ("  cancelled: %d of %s done, which are kept\n", status.Done, trainings);
    for name = status.CancelledJobs
      printf ("  %s is ended\n", name{1});
    end
    printf ("  processes that are at work on it end after their training at hand\n");
    printf ("  to go on, call the same search with the same StudyDir again\n");
  end
end
