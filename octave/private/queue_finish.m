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
## @deftypefn {Private Function} {@var{q} =} queue_finish (@var{caller}, @var{q}, @var{entries})
## Books jobs that are over.  Those of a study are on the disk when this returns: first
## the state, where another job goes on from it, then the record that says so.
## @seealso{queue_new, study_append}
## @end deftypefn

function q = queue_finish (caller, q, entries)
  for e = entries
    k = e.Index;
    diverged = any (isnan (e.Row([1, 3])));
    q.Outcome(k,:) = outcome_of (q, e, diverged);
    q.Curves{k} = e.Curve;
    goes_on = q.KeepStates || any (q.After == k);
    if (goes_on && ! diverged && ! isempty (q.Study))
      study_save_state (caller, q.Study, q.Round, q.Numbers(k), e.State);
    elseif (q.KeepStates && ! diverged)
      q.States{k} = e.State;
    end
    if (! diverged && (q.KeepThetas || any (q.After == k)))
      q.Thetas{k} = e.State.Theta;
    end
  end
  if (isempty (entries))
    return;
  end
  done = [entries.Index];
  q.Done(done) = true;
  q.Finished = q.Finished + numel (done);
  if (! isempty (q.Study))
    q.Study = study_append (caller, q.Study, q.Round, q.Numbers(done), ...
                            q.Outcome(done,:), q.Curves(done));
    drop_used_states (q, done);
  end
  if (! q.KeepThetas)
    used = q.After(done);
    q.Thetas(used(used > 0)) = {[]};
  end
end

function values = outcome_of (q, e, diverged)
  values = NaN (1, 8 + q.NumMeasures);
  if (! diverged)
    values(1:8) = [e.Row, e.State.Converged];
    if (q.NumMeasures > 0)
      values(9:end) = q.Measure (q.Jobs(e.Index), e.State.Theta);
    end
  end
end

## States that no later job needs.
function drop_used_states (q, done)
  for k = done
    if (q.After(k) > 0)
      study_drop_state (q.Study, q.Round, q.Numbers(q.After(k)));
    elseif (! isempty (q.StateOf))
      study_drop_state (q.Study, q.Round - 1, q.Numbers(k));
    end
  end
end
