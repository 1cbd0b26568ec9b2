## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## q = nnr.queue.finish (q, entries)
##
## Books jobs that are over.  Those of a study are on the disk when this returns: first the state,
## where another job goes on from it, then the record that says so.

function q = finish (q, entries)
  for e = entries
    k = e.Index;
    diverged = any (isnan (e.Row([1, 3])));
    q.Outcome(k,:) = outcome_of (q, e, diverged);
    q.Curves{k} = e.Curve;
    goes_on = q.KeepStates || any (q.After == k);
    if (goes_on && ! diverged && ! isempty (q.Study))
      nnr.study.save_state (q.Study, q.Round, q.Numbers(k), e.State);
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
    q.Study = nnr.study.append (q.Study, q.Round, q.Numbers(done), ...
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
      nnr.study.drop_state (q.Study, q.Round, q.Numbers(q.After(k)));
    elseif (! isempty (q.StateOf))
      nnr.study.drop_state (q.Study, q.Round - 1, q.Numbers(k));
    end
  end
end
