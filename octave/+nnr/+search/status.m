## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## status = nnr.search.status (study, plan)
##
## The progress of a study, read from its folder. Without an output it is printed.

function status = status (study, plan)
  num_folds = nnr.folds.count (plan.Folds);
  rounds = nnr.search.rounds (numel (plan.Grid), plan.Halving);
  jobs = [rounds.Count] * num_folds;
  done = arrayfun (@(k) numel (unique (study.Records.Number(study.Records.Round == k))), ...
                   1:numel (jobs));
  status = struct ('Folder', study.Folder, 'Candidates', numel (plan.Grid), ...
                   'Folds', num_folds, 'Jobs', sum (jobs), 'Done', sum (done), ...
                   'Round', min (numel (jobs), 1 + nnz (done == jobs)), ...
                   'Rounds', numel (jobs), 'Complete', all (done == jobs), ...
                   'Begun', nnr.study.progress (study), ...
                   'Cancelled', nnr.study.cancelled (study), ...
                   'Running', 0, 'Waiting', 0, 'Tasks', {{}}, 'LastWords', '');
  for engine = nnr.executors.engines (study)
    [running, waiting, names] = engine.Tasks ();
    status.Running = status.Running + running;
    status.Waiting = status.Waiting + waiting;
    status.Tasks = [status.Tasks, names];
    if (! (isempty (names) || running || waiting || status.Complete || status.Cancelled))
      status.LastWords = engine.LastWords ();
    end
  end
  if (nargout == 0)
    print_status (status);
    clear -variables status
  end
end

function print_status (status)
  printf ("%s\n", status.Folder);
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
  fflush (stdout);
end
