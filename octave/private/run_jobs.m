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
## @deftypefn {Private Function} {[@var{outcome}, @var{thetas}] =} run_jobs (@var{caller}, @var{jobs}, @var{s})
## Runs the trainings side by side, a window of them at a time, in slices of a quarter of
## a second, and returns for each a row of the core's seven numbers (NaN where one
## diverged) and whether the exact solver converged, and, if asked for, a cell with the
## parameters that each ended with.  A job starts from the parameters @code{Theta}, or where
## these are empty as its settings say.
## @seealso{make_jobs}
## @end deftypefn

function [outcome, thetas] = run_jobs (caller, jobs, s)
  outcome = NaN (numel (jobs), 8);
  thetas = cell (numel (jobs), 1);
  keeps = nargout > 1;
  window = struct ('Index', {}, 'State', {}, 'Row', {});
  [next, finished, started] = deal (1, 0, tic ());
  live = s.Verbose > 0 && at_terminal ();
  while (finished < numel (jobs))
    wanted = window_size (s.Threads, finished, toc (started));
    while (numel (window) < wanted && next <= numel (jobs))
      job = jobs(next);
      state = start_state (caller, job.Problem.Network, job.Settings, job.Theta);
      window(end + 1) = struct ('Index', next, 'State', state, 'Row', zeros (1, 7));
      next = next + 1;
    end
    try
      [window, over] = run_slice (jobs, window, s.Threads);
    catch err
      pass_error (caller, err);
    end
    for w = window(over)
      outcome(w.Index,:) = [w.Row, w.State.Converged];
      if (keeps)
        thetas{w.Index} = w.State.Theta;
      end
    end
    window(over) = [];
    finished = finished + nnz (over);
    if (live)
      show_jobs (finished, numel (jobs), toc (started));
    end
  end
end

## Trainings at hand: enough for the threads to stay busy through a slice.
function count = window_size (threads, finished, seconds)
  a_slice = 0.25;
  each = seconds * threads / max (1, finished);
  count = threads + min (64 * threads, 1 + ceil (threads * a_slice / max (each, 1e-3)));
end

function [window, over] = run_slice (jobs, window, threads)
  slice_seconds = 0.25;
  problems = {jobs([window.Index]).Problem};
  [states, table, over, ids] = ...
    __nnreg_search__ (problems, {window.State}, vertcat (window.Row), ...
                      false (numel (window), 1), slice_seconds, threads);
  for k = 1:numel (window)
    window(k).State = states{k};
    window(k).Row = table(k,:);
    if (strcmp (ids{k}, 'nnreg:diverged'))
      window(k).Row(:) = NaN;
    elseif (! isempty (ids{k}))
      error (ids{k}, 'a training of the search failed');
    end
  end
  over = over(:).';
end

function show_jobs (finished, total, seconds)
  fprintf ("\r%d of %d trainings, %.0f s", finished, total, seconds);
  if (finished > 0)
    fprintf (', about %.0f s left', seconds / finished * (total - finished));
  end
  fprintf ('   ');
  if (finished == total)
    fprintf ("\r%s\r", blanks (60));
  end
  fflush (stdout);
end
