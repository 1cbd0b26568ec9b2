## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## status = nnr.search.status (study, plan)
##
## The progress of a study, read from its folder.

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
end
