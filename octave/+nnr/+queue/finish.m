## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## q = nnr.queue.finish (q, entries)
##
## Records the jobs of these ENTRIES (nnr.queue.take) as finished. In a study, a job's state is
## written before its record: whoever reads the record may start the next job from the state.

function q = finish (q, entries)
  for e = entries
    k = e.Index;
    diverged = any (isnan (e.Row([q.Columns.DataLoss, q.Columns.Penalty])));
    q.Outcome(k,:) = outcome_of (q, e, diverged);
    q.Curves{k} = e.Curve;
    if (diverged)
      continue;
    end
    has_next = any (q.After == k);
    if (! isempty (q.Study) && (q.KeepStates || has_next))
      file = nnr.study.state_file (q.Study, q.Round, q.Numbers(k));
      nnr.files.write (file, 'checkpoint', e.State);
    elseif (q.KeepStates)
      q.States{k} = e.State;
    end
    if (q.KeepThetas || has_next)
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
    nnr.study.append (q.Study, q.Round, q.Numbers(done), q.Outcome(done,:), q.Curves(done));
    drop_used_files (q, done);
  end
  if (! q.KeepThetas)
    used = q.After(done);
    q.Thetas(used(used > 0)) = {[]};
  end
end

function values = outcome_of (q, e, diverged)
  values = NaN (1, columns (q.Outcome));
  if (! diverged)
    values(1:q.Columns.Converged) = [e.Row, e.State.Converged];
    if (q.NumMeasures > 0)
      values(q.Columns.Measures:end) = q.Measure (q.Jobs(e.Index), e.State.Theta);
    end
  end
end

## Removes checkpoints of finished jobs, and states that no later job needs.
function drop_used_files (q, done)
  for k = done
    nnr.files.remove_file (nnr.study.checkpoint_file (q.Study, q.Round, q.Numbers(k)));
    if (q.After(k) > 0)
      file = nnr.study.state_file (q.Study, q.Round, q.Numbers(q.After(k)));
    elseif (! isempty (q.StateOf))
      file = nnr.study.state_file (q.Study, q.Round - 1, q.Numbers(k));
    else
      continue;
    end
    nnr.files.remove_file (file);
  end
end
