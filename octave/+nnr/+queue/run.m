## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## queue = nnr.queue.run (jobs, s, extra)
##
## Runs JOBS side by side, a window of them at a time, in slices. A job starts from its Theta or, if
## that is empty, as its settings say. QUEUE.Outcome has a row for each job (its columns:
## nnr.core.epoch_columns), NaN if the training diverged; QUEUE.Thetas is a cell of the final
## parameters. In a study a job that was broken off goes on from its checkpoint, to the same bits.
##
## S has Threads and Verbose. nnr.queue.new describes JOBS and EXTRA.

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
      pause (0.2);              # other processes do what is left
      continue;
    end
    [window, over] = run_exact (queue.Jobs, window, queue.KeepCurves);
    if (! any (over))
      [window, over] = run_slice (queue.Jobs, window, s.Threads, queue.KeepCurves);
    end
    queue = nnr.queue.finish (queue, window(over));
    window(over) = [];
    queue = nnr.queue.keep_running (queue, window);
    nnr.queue.show_progress (queue, '', before, started, live);
  end
end

## How many jobs the window may hold: one for each thread, and as many more as may begin within a
## slice. No more, since each holds its parameters and moments twice. A single thread leaves no
## other idle, so its number is rounded down.
function count = window_size (threads, finished, seconds)
  count = threads;
  if (finished > 0)
    each = seconds * threads / finished;
    begun = threads * nnr.train.slice_seconds () / max (each, 1e-3);
    count = threads + min (64 * threads, merge (threads == 1, floor (begun), ceil (begun)));
  end
end

## Jobs of linear models that are solved at once: as many as a slice takes.
function [window, over] = run_exact (jobs, window, with_curves)
  over = false (size (window));
  began = tic ();
  c = nnr.core.epoch_columns ();
  for k = find (! cellfun (@isempty, {jobs([window.Index]).Exact}))(:).'
    job = jobs(window(k).Index);
    [theta, row, found] = nnr.linear.train (job.Problem, job.Exact.Source, job.Exact.Fit, ...
                                            job.Settings);
    window(k).Row = row;
    if (with_curves)
      window(k).Curve = row;
    end
    [window(k).State.Theta, window(k).State.Over] = deal (theta, true);
    [window(k).State.Epoch, window(k).State.Step] = deal (1);
    window(k).State.Converged = double (found.Record.Unfinished == 0);
    over(k) = true;
    if (toc (began) > nnr.train.slice_seconds ())
      break
    end
  end
end

function [window, over] = run_slice (jobs, window, threads, with_curves)
  problems = {jobs([window.Index]).Problem};
  args = {problems, {window.State}, vertcat(window.Row), false(numel (window), 1), ...
          nnr.train.slice_seconds(), threads};
  curves = cell (numel (window), 1);
  if (with_curves)
    [states, table, over, ids, texts, curves] = __nnreg_train_many__ (args{:});
  else
    [states, table, over, ids, texts] = __nnreg_train_many__ (args{:});
  end
  for k = 1:numel (window)
    window(k).State = states{k};
    window(k).Row = table(k,:);
    window(k).Curve = [window(k).Curve; curves{k}];
    if (strcmp (ids{k}, 'nnreg:diverged'))
      window(k).Row(:) = NaN;
    elseif (! isempty (ids{k}))
      error (ids{k}, 'a training failed: %s', texts{k});
    end
  end
  over = over(:).';
end
