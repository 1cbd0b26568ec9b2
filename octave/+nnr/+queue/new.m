## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## q = nnr.queue.new (jobs, extra)
##
## The queue of JOBS that nnr.queue.run works on: which are pending and done, and their results.
##
## Besides the fields of nnr.queue.make_jobs, a job may have
##
##   After        the place in JOBS of its predecessor, from whose parameters it starts; or 0
##   Row, Curve   the row and the curve of an earlier round, which the job continues
##
## The struct EXTRA may have
##
##   Study        finished jobs are written to it, and other processes' jobs are read from it
##   Round [1]    the number that marks this round's records in the study
##   Mine [all]   which jobs this process does, a logical row
##   StateOf      a function of a job that returns the state it continues, or empty
##   Measure      a function of a job and its parameters that returns NumMeasures [0] scores
##   KeepCurves, KeepStates, KeepThetas [false]   what to keep of finished jobs

function q = new (jobs, extra)
  count = numel (jobs);
  q = struct ('Study', [], 'Round', 1, 'Mine', true (1, count), 'StateOf', [], 'Measure', [], ...
              'NumMeasures', 0, 'KeepCurves', false, 'KeepStates', false, 'KeepThetas', false);
  for name = fieldnames (extra).'
    q.(name{1}) = extra.(name{1});
  end
  q.Columns = nnr.core.epoch_columns ();
  defaults = struct ('After', 0, 'Curve', [], 'Exact', [], ...
                     'Row', zeros (1, q.Columns.Count), 'Number', 0);
  for name = setdiff (fieldnames (defaults), fieldnames (jobs))(:).'
    [jobs.(name{1})] = deal (defaults.(name{1}));
  end
  q.Jobs = jobs;
  q.After = [jobs.After];
  q.Numbers = [jobs.Number];
  q.Outcome = NaN (count, q.Columns.Converged + q.NumMeasures);
  [q.Thetas, q.Curves, q.States] = deal (cell (count, 1));
  q.Done = false (1, count);
  [q.Finished, q.Booked] = deal (0);    # finished by this process; records of the study read
  [~, order] = sort (arrayfun (@cost, jobs), 'descend');
  q.Pending = order(q.Mine(order));
  ## Of checkpoints in the study: whether this process has written one of each job; when it had its
  ## last one, or was taken, and how far it was then; and the pause that makes up for one's time.
  q.Store = nnr.files.open_checkpoint ('');
  [q.Saved, q.Steps] = deal (zeros (1, count));
  [q.Kept, q.Pause] = deal (false (1, count), 0);
  q = nnr.queue.refresh (q);
end

## The longest jobs start first: a long one at the end would keep one thread busy alone.
function c = cost (job)
  sizes = job.Problem.Network.Sizes;
  samples = numel (job.Problem.Train.Rows);
  c = sum (sizes(1:end - 1) .* sizes(2:end)) * samples * numel (job.Problem.LearnRates);
end
