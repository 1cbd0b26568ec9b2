## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## q = nnr.queue.new (jobs, extra)
##
## The queue of jobs that nnr.queue.run works on: which are pending and done, and their results. A
## job may have, besides the fields that nnr.queue.make_jobs gives it, After: the place in jobs of
## the job whose parameters it starts from, or 0; Row and Curve: those of an earlier round, which
## it continues. extra is a struct with any of
##
## Study: finished jobs are written to it, and those of other processes read from it
## Round [1]: tells the records of this round from others in the study
## Mine [all]: which jobs this process does, a logical row
## StateOf: a function of a job; returns the state that it continues, or empty
## Measure: a function of a job and its parameters; returns NumMeasures [0] scores
## KeepCurves, KeepStates, KeepThetas [false]: what to keep of finished jobs

function q = new (jobs, extra)
  count = numel (jobs);
  q = struct ('Study', [], 'Round', 1, 'Mine', true (1, count), 'StateOf', [], 'Measure', [], ...
              'NumMeasures', 0, 'KeepCurves', false, 'KeepStates', false, 'KeepThetas', false);
  for name = fieldnames (extra).'
    q.(name{1}) = extra.(name{1});
  end
  q.Columns = nnr.core.epoch_columns ();
  defaults = struct ('After', 0, 'Curve', [], 'Row', zeros (1, q.Columns.Count), 'Number', 0);
  for name = setdiff (fieldnames (defaults), fieldnames (jobs)).'
    [jobs.(name{1})] = deal (defaults.(name{1}));
  end
  q.Jobs = jobs;
  q.After = [jobs.After];
  q.Numbers = [jobs.Number];
  q.Outcome = NaN (count, q.Columns.Converged + q.NumMeasures);
  [q.Thetas, q.Curves, q.States] = deal (cell (count, 1));
  q.Done = false (1, count);
  [q.Finished, q.Booked] = deal (0);    # jobs of this process, records of the study
  [~, order] = sort (arrayfun (@cost, jobs), 'descend');
  q.Pending = order(q.Mine(order));
  q = nnr.queue.refresh (q);
end

## The longest first, so that no long one is left over at the end.
function c = cost (job)
  sizes = job.Problem.Network.Sizes;
  samples = numel (job.Problem.Train.Rows);
  c = sum (sizes(1:end - 1) .* sizes(2:end)) * samples * numel (job.Problem.LearnRates);
end
