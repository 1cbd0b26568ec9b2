## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## status = nnr.search.cancel (study, plan)
##
## Ends a search: cancels the jobs of its executors, and writes a file into its folder that all
## other processes look for before each training. Finished trainings are kept, and a complete search
## is left as it is. STATUS is what nnr.search.status returns afterwards, with the names of the
## cancelled jobs in CancelledJobs. Without an output it is printed.

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
    clear -variables status
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
