## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## queue = nnr.queue.run (jobs, s, extra)
##
## Runs jobs side by side, a window of them at a time, in slices of a quarter of a second. A job
## starts from its Theta or, if that is empty, as its settings say. Outcome in the queue has a row
## for each job: the core's seven numbers (NaN if the training diverged), whether the exact solver
## converged, and the scores that extra measures; Thetas is a cell of the final parameters.
##
## nnr.queue.new describes jobs and extra.

function queue = run (jobs, s, extra)
  queue = nnr.queue.new (jobs, extra);
  window = struct ('Index', {}, 'State', {}, 'Row', {}, 'Curve', {});
  [before, started] = deal (nnz (queue.Done), tic ());
  live = s.Verbose > 0 && nnr.words.at_terminal ();
  while (! all (queue.Done(queue.Mine)))
    room = window_size (s.Threads, queue.Finished, toc (started)) - numel (window);
    [queue, entries] = nnr.queue.take (queue, room);
    window = [window, entries];
    if (isempty (window))
      pause (0.2);              # other processes are at what is left
      continue;
    end
    [window, over] = run_slice (queue.Jobs, window, s.Threads, queue.KeepCurves);
    queue = nnr.queue.finish (queue, window(over));
    window(over) = [];
    if (live)
      nnr.queue.show_progress (queue, '', before, started);
    end
  end
end

## How many trainings have begun: one for each thread and those that may begin within a slice, and
## no more, since each holds its parameters and moments twice. A single thread waits for nobody: its
## slice may also end with a training.
function count = window_size (threads, finished, seconds)
  a_slice = 0.25;
  count = threads;
  if (finished > 0)
    each = seconds * threads / finished;
    begun = threads * a_slice / max (each, 1e-3);
    count = threads + min (64 * threads, merge (threads == 1, floor (begun), ceil (begun)));
  end
end

function [window, over] = run_slice (jobs, window, threads, with_curves)
  slice_seconds = 0.25;
  problems = {jobs([window.Index]).Problem};
  args = {problems, {window.State}, vertcat(window.Row), false(numel (window), 1), ...
          slice_seconds, threads};
  curves = cell (numel (window), 1);
  if (with_curves)
    [states, table, over, ids, curves] = __nnreg_train_many__ (args{:});
  else
    [states, table, over, ids] = __nnreg_train_many__ (args{:});
  end
  for k = 1:numel (window)
    window(k).State = states{k};
    window(k).Row = table(k,:);
    window(k).Curve = [window(k).Curve; curves{k}];
    if (strcmp (ids{k}, 'nnreg:diverged'))
      window(k).Row(:) = NaN;
    elseif (! isempty (ids{k}))
      error (ids{k}, 'a training of the search failed');
    end
  end
  over = over(:).';
end
