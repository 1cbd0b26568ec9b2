## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## q = nnr.queue.keep_running (q, window)
##
## In a study: writes a checkpoint of one training in the WINDOW, the one whose last checkpoint or
## start is longest ago, but at least a second: so short trainings never write one. All checkpoints
## of this process together take at most 2% of its time (nnr.files.keep_checkpoint). The first one
## of a training that is long enough to pay for it does not wait for that; later ones do.

function q = keep_running (q, window)
  least_seconds = 1;
  if (isempty (q.Study) || isempty (window))
    return;
  end
  index = [window.Index];
  steps = arrayfun (@(e) e.State.Step, window);
  seconds = toc (q.Store.Clock);
  waited = abs (seconds - q.Saved(index));      # a clock may be set back
  is_due = waited >= least_seconds & steps != q.Steps(index);
  is_first = is_due & ! q.Kept(index);
  if (any (is_first))
    is_due = is_first;
  end
  [longest, k] = max (waited .* is_due);
  if (longest == 0)
    return;
  end
  [e, job, before] = deal (window(k), index(k), q.Store);
  expected = longest * numel (q.Jobs(job).Problem.LearnRates) / max (e.State.Epoch, 0.5);
  pays = is_first(k) && numel (window) * q.Pause <= expected;
  [q.Store.File, text] = nnr.study.checkpoint_file (q.Study, q.Round, q.Numbers(job));
  q.Store = nnr.files.keep_checkpoint (q.Store, @() contents_of (e, text), pays);
  q.Store.Failed = q.Store.Failed || before.Failed;     # one warning for all files
  if (q.Store.Last != before.Last)
    [q.Saved(job), q.Steps(job), q.Kept(job)] = deal (q.Store.Last, e.State.Step, true);
    q.Pause = q.Store.Next - q.Store.Last;
    if (seconds >= before.Last)
      q.Store.Next = q.Store.Next + max (0, before.Next - seconds);
    end
  end
end

## The steps come first: nnr.study.progress reads no more.
function c = contents_of (entry, job)
  c = struct ('Steps', entry.State.Step, 'Job', job, 'Row', entry.Row, 'Curve', entry.Curve);
  for name = fieldnames (entry.State).'
    c.(name{1}) = entry.State.(name{1});
  end
end
