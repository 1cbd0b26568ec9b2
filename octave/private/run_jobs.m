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
## @deftypefn  {Private Function} {[@var{outcome}, @var{thetas}] =} run_jobs (@var{caller}, @var{jobs}, @var{s})
## @deftypefnx {Private Function} {[@var{outcome}, @var{thetas}, @var{queue}] =} run_jobs (@var{caller}, @var{jobs}, @var{s}, @var{extra})
## Runs the trainings side by side, a window of them at a time, in slices of a quarter of
## a second, and returns for each a row of the core's seven numbers (NaN where one
## diverged), whether the exact solver converged, and what @var{extra} measures; and, if
## asked for, a cell with the parameters that each ended with.  A job starts from the
## parameters @code{Theta}, or where these are empty as its settings say.
##
## What else may be wanted of jobs and run is told by @code{queue_new}.
## @seealso{make_jobs, queue_new}
## @end deftypefn

function [outcome, thetas, queue] = run_jobs (caller, jobs, s, extra)
  if (nargin < 4)
    extra = struct ();
  end
  if (! isfield (extra, 'KeepThetas'))
    extra.KeepThetas = nargout > 1;
  end
  queue = queue_new (jobs, extra);
  window = struct ('Index', {}, 'State', {}, 'Row', {}, 'Curve', {});
  started = tic ();
  live = s.Verbose > 0 && at_terminal ();
  while (! all (queue.Done))
    finished = queue.Finished;
    room = window_size (s.Threads, finished, toc (started)) - numel (window);
    [queue, entries] = queue_take (caller, queue, room);
    window = [window, entries];
    if (isempty (window))
      pause (0.2);              # other processes are at what is left
      continue;
    end
    try
      [window, over] = run_slice (queue.Jobs, window, s.Threads, queue.KeepCurves);
    catch err
      pass_error (caller, err);
    end
    queue = queue_finish (caller, queue, window(over));
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
  fprintf ("\r%d of %s, %.0f s", done, count_text (total, 'training'), seconds);
  if (finished > 0)
    fprintf (', about %.0f s left', seconds / finished * (total - done));
  end
  fprintf ('   ');
  if (done == total)
    fprintf ("\r%s\r", blanks (60));
  end
  fflush (stdout);
end
