## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [outcome, thetas] = nnr.queue.run (jobs, s)
## [outcome, thetas, queue] = nnr.queue.run (jobs, s, extra)
##
## Runs the trainings side by side, a window of them at a time, in slices of a quarter of a second,
## and returns for each a row of the core's seven numbers (NaN where one diverged), whether the
## exact solver converged, and what extra measures; and, if asked for, a cell with the parameters
## that each ended with.  A job starts from the parameters Theta, or where these are empty as its
## settings say.
##
## What else may be wanted of jobs and run is told by nnr.queue.new.

function [outcome, thetas, queue] = run (jobs, s, extra)
  if (nargin < 3)
    extra = struct ();
  end
  if (! isfield (extra, 'KeepThetas'))
    extra.KeepThetas = nargout > 1;
  end
  queue = nnr.queue.new (jobs, extra);
  window = struct ('Index', {}, 'State', {}, 'Row', {}, 'Curve', {});
  started = tic ();
  live = s.Verbose > 0 && nnr.words.at_terminal ();
  while (! all (queue.Done))
    finished = queue.Finished;
    room = window_size (s.Threads, finished, toc (started)) - numel (window);
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
      show_jobs (nnz (queue.Done), numel (jobs), queue.Finished, toc (started));
    end
  end
  [outcome, thetas] = deal (queue.Outcome, queue.Thetas);
end

## Trainings at hand: one for each thread and those that may begin within a slice, and no
## more, since each holds its parameters and moments twice.  One thread alone has nobody to
## wait for: its slice may as well end with a training.
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

function show_jobs (done, total, finished, seconds)
  fprintf ("\r%d of %s, %.0f s", done, nnr.words.count_text (total, 'training'), seconds);
  if (finished > 0)
    fprintf (', about %.0f s left', seconds / finished * (total - done));
  end
  fprintf ('   ');
  if (done == total)
    fprintf ("\r%s\r", blanks (60));
  end
  fflush (stdout);
end
