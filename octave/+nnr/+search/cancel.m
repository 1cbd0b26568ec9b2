## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## status = nnr.search.cancel (study, plan)
##
## Ends a search: the jobs of its executors and, by a file in its folder, all other processes, which
## look for it before each training. What is finished is kept; a search that is complete stays as it
## is. status is what nnr.search.status returns after that, and CancelledJobs, the names of the jobs
## that were ended; without an output it is printed.

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
  if (nargout == 0)
    print_cancelled (status);
    clear status
  end
end

function print_cancelled (status)
  trainings = nnr.words.count_text (status.Jobs, 'training');
  printf ("%s\n", status.Folder);
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
  fflush (stdout);
end
