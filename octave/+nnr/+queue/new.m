## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## q = nnr.queue.new (jobs, extra)
##
## What is to be done, by whom, and what has come of it: the books of nnr.queue.run.
##
## Jobs may have, beside what nnr.queue.make_jobs gives them, After (the place in jobs of the one from whose
## parameters it starts, or 0), and Row and Curve (of an earlier round, which it goes on from).
## extra is a struct with any of
##
## Study (of nnr.study.open): what is finished is written there, and what: others have finished is
## read; Round tells its records apart StateOf: a function of a job that returns the state which it
## goes on from,: or empty: it starts afresh Measure: a function of a job and its parameters whose
## row of: NumMeasures numbers is added to the outcome KeepCurves, KeepStates, KeepThetas:

function q = new (jobs, extra)
  defaults = struct ('Study', [], 'Round', 1, 'StateOf', [], ...
                     'Measure', [], 'NumMeasures', 0, ...
                     'KeepCurves', false, 'KeepStates', false, 'KeepThetas', false);
  q = defaults;
  for name = fieldnames (extra).'
    q.(name{1}) = extra.(name{1});
  end
  count = numel (jobs);
  jobs = with_field (jobs, 'After', 0);
  jobs = with_field (jobs, 'Curve', []);
  jobs = with_field (jobs, 'Row', zeros (1, 7));
  if (! isfield (jobs, 'Number'))
    jobs = with_field (jobs, 'Number', 0);
  end
  q.Jobs = jobs;
  q.After = [jobs.After];
  q.Numbers = [jobs.Number];
  q.Outcome = NaN (count, 8 + q.NumMeasures);
  [q.Thetas, q.Curves, q.States] = deal (cell (count, 1));
  q.Done = false (1, count);
  q.Finished = 0;
  [~, q.Pending] = sort (arrayfun (@cost, jobs), 'descend');
  q = nnr.queue.refresh (q, true);
end

function jobs = with_field (jobs, name, value)
  if (! isfield (jobs, name))
    [jobs.(name)] = deal (value);
  end
end

## The longest first, so that no long one is left over at the end.
function c = cost (job)
  sizes = job.Problem.Network.Sizes;
  samples = numel (job.Problem.Train.Rows);
  c = sum (sizes(1:end - 1) .* sizes(2:end)) * samples * numel (job.Problem.LearnRates);
end
