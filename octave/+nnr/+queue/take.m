## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [q, entries] = nnr.queue.take (q, count)
##
## Takes up to COUNT jobs that may start out of the queue. ENTRIES, one for each, go into the window
## of nnr.queue.run. In a study a job is first claimed, so that no other process does it too.

function [q, entries] = take (q, count)
  entries = struct ('Index', {}, 'State', {}, 'Row', {}, 'Curve', {});
  taken = claimed (q, count);
  if (! isempty (q.Study) && ! all (q.Done(q.Mine)) && nnr.study.is_stale (q.Study))
    ## A process that has ended no longer claims the jobs that it finished, so look once more.
    q = nnr.queue.refresh (q);
    taken = taken(! q.Done(taken));
  end
  q.Pending = q.Pending(! ismember (q.Pending, taken));
  for k = taken
    entry = continued_entry (q, k);
    if (isempty (entry))
      [q, theta, is_lost] = first_parameters (q, k);
      if (is_lost)
        q = requeue (q, k);
        continue;
      end
      entry = new_entry (q, k, theta);
    end
    entries(end + 1) = entry;
    [q.Saved(k), q.Steps(k)] = deal (toc (q.Store.Clock), entry.State.Step);
  end
end

## Up to COUNT pending jobs whose predecessor is done; in a study this process claims them.
function taken = claimed (q, count)
  taken = zeros (1, 0);
  if (count < 1 || isempty (q.Pending))
    return;
  end
  before = q.After(q.Pending);
  ready = q.Pending(before == 0 | q.Done(max (before, 1)));
  if (isempty (q.Study))
    taken = ready(1:min (count, end));
    return;
  elseif (nnr.study.cancelled (q.Study))
    error ('nnreg:cancelled', ['the search in "%s" was cancelled; what is finished is kept, ' ...
                               'call it again to go on'], q.Study.Folder);
  end
  while (numel (taken) < count && ! isempty (ready))
    part = ready(1:min (count - numel (taken), end));
    ready(1:numel (part)) = [];
    taken = [taken, part(nnr.study.claim (q.Study, q.Round, q.Numbers(part)))];
  end
end

## A job that was broken off goes on from its checkpoint in the study, if that fits the job: another
## version of nnreg may have made it.
function entry = continued_entry (q, k)
  entry = [];
  if (isempty (q.Study))
    return;
  end
  c = nnr.study.load_checkpoint (q.Study, q.Round, q.Numbers(k));
  if (! isempty (c) && fits (q, q.Jobs(k), c))
    entry = struct ('Index', k, 'State', c.State, 'Row', c.Row, 'Curve', c.Curve);
  end
end

function yes = fits (q, job, c)
  count = q.Columns.Count;
  start = nnr.train.start_state (job.Problem, job.Settings, []);
  names = fieldnames (start);
  yes = isequal (size (c.Row), [1, count]) ...
        && (isempty (c.Curve) || columns (c.Curve) == count) ...
        && all (isfield (c.State, names));
  for k = 1:numel (names) * yes
    yes = yes && nnr.files.same_kind (c.State.(names{k}), start.(names{k}));
  end
end

## The parameters that job k starts from: its own Theta, or what its predecessor ended with, unless
## that diverged. If another process did the predecessor, its state is read from the study.
function [q, theta, is_lost] = first_parameters (q, k)
  [theta, is_lost, p] = deal (q.Jobs(k).Theta, false, q.After(k));
  if (p == 0 || isnan (q.Outcome(p,q.Columns.DataLoss)))
    return;
  end
  if (isempty (q.Thetas{p}))
    state = nnr.study.load_state (q.Study, q.Round, q.Numbers(p));
    is_lost = isempty (state);
    if (is_lost)
      return;
    end
    q.Thetas{p} = state.Theta;
  end
  theta = q.Thetas{p};
end

## If the predecessor's parameters are lost, queue it again, before job k. But if another process
## has finished job k in the meantime, it has removed them, and nothing is to be done.
function q = requeue (q, k)
  q = nnr.queue.refresh (q);
  if (! q.Done(k))
    p = q.After(k);
    q.Done(p) = false;
    q.Pending = [p, k, q.Pending];
  end
end

function entry = new_entry (q, k, theta)
  job = q.Jobs(k);
  entry = struct ('Index', k, 'State', [], 'Row', job.Row, 'Curve', job.Curve);
  if (! isempty (q.StateOf))
    entry.State = q.StateOf (job);
  end
  if (isempty (entry.State))
    entry.State = nnr.train.start_state (job.Problem, job.Settings, theta);
    [entry.Row, entry.Curve] = deal (zeros (1, q.Columns.Count), []);
  end
  entry.State.Over = false;
end
