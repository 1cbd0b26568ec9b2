## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## q = nnr.queue.keep_running (q, window)
##
## In a study: writes a checkpoint of one training in the WINDOW, the one whose last checkpoint or
## start is longest ago, but at least half a second: so short trainings never write one. All
## checkpoints of this process together take at most 2% of its time (nnr.files.keep_checkpoint). The
## first one that a process writes of a training does not wait for that if the training is long
## enough to pay for it; later ones do.

function q = keep_running (q, window)
  least_seconds = 0.5;
  if (isempty (q.Study) || isempty (window))
    return;
  end
  index = [window.Index];
  steps = arrayfun (@(e) e.State.Step, window);
  seconds = toc (q.Store.Clock);
  waited = abs (seconds - q.Saved(index));      # a clock may be set back
  is_due = waited >= least_seconds & steps != q.Steps(index);
  pays = false (size (index));
  for k = find (is_due & ! q.Kept(index))(:).'
    pays(k) = numel (window) * q.Pause <= all_seconds (q, window(k), waited(k));
  end
  if (any (pays))
    is_due = pays;
  end
  [longest, k] = max (waited .* is_due);
  if (longest == 0)
    return;
  end
  [e, job, before] = deal (window(k), index(k), q.Store);
  [q.Store.File, text] = nnr.study.checkpoint_file (q.Study, q.Round, q.Numbers(job));
  q.Store = nnr.files.keep_checkpoint (q.Store, @() contents_of (e, text), pays(k));
  q.Store.Failed = q.Store.Failed || before.Failed;     # one warning for all files
  if (q.Store.Last != before.Last)
    [q.Saved(job), q.Steps(job), q.Kept(job)] = deal (q.Store.Last, e.State.Step, true);
    q.Pause = q.Store.Next - q.Store.Last;
    if (seconds >= before.Last)
      q.Store.Next = q.Store.Next + max (0, before.Next - seconds);
    end
  end
end

## How long a training takes in all, since it has waited for so many seconds.
function seconds = all_seconds (q, entry, waited)
  epochs = numel (q.Jobs(entry.Index).Problem.LearnRates);
  all_steps = epochs * entry.State.Step / max (entry.State.Epoch, 0.5);
  seconds = waited * all_steps / (entry.State.Step - q.Steps(entry.Index));
end

## The steps come first: nnr.study.progress reads no more.
function c = contents_of (entry, job)
  c = struct ('Steps', entry.State.Step, 'Job', job, 'Row', entry.Row, 'Curve', entry.Curve);
  for name = fieldnames (entry.State).'
    c.(name{1}) = entry.State.(name{1});
  end
end
