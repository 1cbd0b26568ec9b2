## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## q = nnr.queue.keep_running (q, window)
##
## In a study: writes a checkpoint of one training in the WINDOW, the one whose last checkpoint or
## start is longest ago, but at least a second: so short trainings never write one. All checkpoints
## of this process together take at most 2% of its time (nnr.files.keep_checkpoint).

function q = keep_running (q, window)
  least_seconds = 1;
  if (isempty (q.Study) || isempty (window))
    return;
  end
  index = [window.Index];
  steps = arrayfun (@(e) e.State.Step, window);
  waited = abs (toc (q.Store.Clock) - q.Saved(index));  # a clock may be set back
  waited(steps == q.Steps(index)) = 0;
  [longest, k] = max (waited);
  if (longest < least_seconds)
    return;
  end
  before = q.Store;
  [q.Store.File, job] = nnr.study.checkpoint_file (q.Study, q.Round, q.Numbers(index(k)));
  q.Store = nnr.files.keep_checkpoint (q.Store, @() contents_of (window(k), job), false);
  q.Store.Failed = q.Store.Failed || before.Failed;     # one warning for all files
  if (q.Store.Last != before.Last)
    [q.Saved(index(k)), q.Steps(index(k))] = deal (q.Store.Last, steps(k));
  end
end

## The steps come first: nnr.study.progress reads no more.
function c = contents_of (entry, job)
  c = struct ('Steps', entry.State.Step, 'Job', job, 'Row', entry.Row, 'Curve', entry.Curve);
  for name = fieldnames (entry.State).'
    c.(name{1}) = entry.State.(name{1});
  end
end
