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
## @deftypefn {Private Function} {[@var{q}, @var{entries}] =} queue_take (@var{caller}, @var{q}, @var{count})
## Up to @var{count} jobs that may start, as entries of the window of @code{run_jobs}.  Of
## a study only those that no other process has claimed or finished.
## @seealso{queue_new, study_claim}
## @end deftypefn

function [q, entries] = queue_take (caller, q, count)
  entries = struct ('Index', {}, 'State', {}, 'Row', {}, 'Curve', {});
  if (count < 1 || isempty (q.Pending))
    if (! isempty (q.Study) && ! all (q.Done) && study_is_stale (q.Study))
      q = queue_refresh (q, false);
    end
    return;
  end
  before = q.After(q.Pending);
  ready = q.Pending(before == 0 | q.Done(max (before, 1)));
  [q, taken] = claim (caller, q, ready, count);
  q.Pending = q.Pending(! ismember (q.Pending, taken));
  for k = taken
    [q, ready, theta] = predecessor (q, k);
    if (ready)
      entries(end + 1) = new_entry (caller, q, k, theta);
    end
  end
end

function entry = new_entry (caller, q, k, theta)
  job = q.Jobs(k);
  entry = struct ('Index', k, 'State', [], 'Row', job.Row, 'Curve', job.Curve);
  if (! isempty (q.StateOf))
    entry.State = q.StateOf (job);
  end
  if (isempty (entry.State))
    entry.State = start_state (caller, job.Problem.Network, job.Settings, theta);
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
    state = study_load_state (q.Study, q.Round, q.Numbers(p));
    ready = ! isempty (state);
    if (ready)
      q.Thetas{p} = state.Theta;
    end
  end
  theta = q.Thetas{p};
  if (! ready)
    q = queue_refresh (q, false);
    if (! q.Done(k))
      q.Done(p) = false;
      q.Pending = [p, k, q.Pending];
    end
  end
end

function [q, taken] = claim (caller, q, ready, count)
  if (isempty (q.Study))
    taken = ready(1:min (count, end));
    return;
  end
  study_check_stop (caller, q.Study);
  taken = [];
  while (numel (taken) < count && ! isempty (ready))
    part = ready(1:min (count - numel (taken), end));
    ready(1:numel (part)) = [];
    mine = study_claim (caller, q.Study, q.Round, q.Numbers(part));
    taken = [taken, part(mine)];
  end
  if (study_is_stale (q.Study))
    q = queue_refresh (q, false);
    taken = taken(! q.Done(taken));
  end
end
