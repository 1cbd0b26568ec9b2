## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{status} =} study_status (@var{caller}, @var{study}, @var{plan})
## How far a study has come, from its folder alone.
## @seealso{print_status, nnreg_gridsearch}
## @end deftypefn

function status = study_status (caller, study, plan)
  num_folds = count_folds (plan.Folds);
  rounds = search_rounds (numel (plan.Grid), plan.Halving);
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
                   'Cancelled', study_is_cancelled (study), ...
                   'Running', 0, 'Waiting', 0, 'SlurmJobs', slurm_jobs (study));
  for id = status.SlurmJobs
    tasks = slurm_tasks (id);
    status.Running = status.Running + tasks(1);
    status.Waiting = status.Waiting + tasks(2);
  end
end
