## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## status = nnr.search.status (study, plan)
##
## How far a study has come, from its folder alone.

function status = status (study, plan)
  num_folds = nnr.folds.count (plan.Folds);
  rounds = nnr.search.rounds (numel (plan.Grid), plan.Halving);
  records = [study.Records.Round(:), study.Records.Number(:)];
  if (! isempty (records))
    records = unique (records, 'rows');
  end
  jobs = [rounds.Count] * num_folds;
  done = zeros (size (jobs));
  for k = 1:numel (jobs)
    done(k) = nnz (records(:,1:min (1, end)) == k);
  end
  status = struct ('Folder', study.Folder, 'Candidates', numel (plan.Grid), ...
                   'Folds', num_folds, 'Jobs', sum (jobs), 'Done', sum (done), ...
                   'Round', min (numel (jobs), 1 + nnz (done == jobs)), ...
                   'Rounds', numel (jobs), 'Complete', all (done == jobs), ...
                   'Cancelled', nnr.study.is_cancelled (study), ...
                   'Running', 0, 'Waiting', 0, 'SlurmJobs', nnr.executors.slurm_jobs (study));
  for id = status.SlurmJobs
    tasks = nnr.executors.slurm_tasks (id);
    status.Running = status.Running + tasks(1);
    status.Waiting = status.Waiting + tasks(2);
  end
end
