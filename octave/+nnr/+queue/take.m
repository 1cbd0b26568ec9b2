## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [q, entries] = nnr.queue.take (q, count)
##
## Up to count jobs that may start, as entries of the window of nnr.queue.run.  Of a study only those
## that no other process has claimed or finished.

function [q, entries] = take (q, count)
  entries = struct ('Index', {}, 'State', {}, 'Row', {}, 'Curve', {});
  if (count < 1 || isempty (q.Pending))
    if (! isempty (q.Study) && ! all (q.Done) && nnr.study.is_stale (q.Study))
      q = nnr.queue.refresh (q, false);
    end
    return;
  end
  before = q.After(q.Pending);
  ready = q.Pending(before == 0 | q.Done(max (before, 1)));
  [q, taken] = claim_ready (q, ready, count);
  q.Pending = q.Pending(! ismember (q.Pending, taken));
  for k = taken
    [q, ready, theta] = predecessor (q, k);
    if (ready)
      entries(end + 1) = new_entry (q, k, theta);
    end
  end
end

function entry = new_entry (q, k, theta)
  job = q.Jobs(k);
  entry = struct ('Index', k, 'State', [], 'Row', job.Row, 'Curve', job.Curve);
  if (! isempty (q.StateOf))
    entry.State = q.StateOf (job);
  end
  if (isempty (entry.State))
    entry.State = nnr.train.start_state (job.Problem.Network, job.Settings, theta);
    [entry.Row, entry.Curve] = deal (zeros (1, 7), []);
  end
  entry.State.Over = false;
end

## The parameters that job k starts from.  Where those of the job before it are lost, or
## gone because another process has done this one too, they are had again first.
function [q, ready, theta] = predecessor (q, k)
  [ready, theta, p] = deal (true, q.Jobs(k).Theta, q.After(k));
  if (p == 0 || isnan (q.Outcome(p,1)))
    return;
  end
  if (isempty (q.Thetas{p}))
    state = nnr.study.load_state (q.Study, q.Round, q.Numbers(p));
    ready = ! isempty (state);
    if (ready)
      q.Thetas{p} = state.Theta;
    end
  end
  theta = q.Thetas{p};
  if (! ready)
    q = nnr.queue.refresh (q, false);
    if (! q.Done(k))
      q.Done(p) = false;
      q.Pending = [p, k, q.Pending];
    end
  end
end

function [q, taken] = claim_ready (q, ready, count)
  if (isempty (q.Study))
    taken = ready(1:min (count, end));
    return;
  end
  nnr.study.check_stop (q.Study);
  taken = [];
  while (numel (taken) < count && ! isempty (ready))
    part = ready(1:min (count - numel (taken), end));
    ready(1:numel (part)) = [];
    mine = nnr.study.claim (q.Study, q.Round, q.Numbers(part));
    taken = [taken, part(mine)];
  end
  if (nnr.study.is_stale (q.Study))
    q = nnr.queue.refresh (q, false);
    taken = taken(! q.Done(taken));
  end
end
