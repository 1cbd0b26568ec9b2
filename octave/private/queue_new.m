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
## @deftypefn {Private Function} {@var{q} =} queue_new (@var{jobs}, @var{extra})
## What is to be done, by whom, and what has come of it: the books of @code{run_jobs}.
##
## Jobs may have, beside what @code{make_jobs} gives them, @code{After} (the place in
## @var{jobs} of the one from whose parameters it starts, or 0), and @code{Row} and
## @code{Curve} (of an earlier round, which it goes on from).  @var{extra} is a struct with
## any of
##
## @itemize
## @item @code{Study} (of @code{study_open}): what is finished is written there, and what
## others have finished is read; @code{Round} tells its records apart
## @item @code{StateOf}: a function of a job that returns the state which it goes on from,
## or empty: it starts afresh
## @item @code{Measure}: a function of a job and its parameters whose row of
## @code{NumMeasures} numbers is added to the outcome
## @item @code{KeepCurves}, @code{KeepStates}, @code{KeepThetas}
## @end itemize
## @seealso{queue_take, queue_finish, run_jobs}
## @end deftypefn

function q = queue_new (jobs, extra)
  defaults = struct ('Study', [], 'Round', 1, 'StateOf', [], ...
                     'Measure', [], 'NumMeasures', 0, ...
                     'KeepCurves', false, 'KeepStates', false, 'KeepThetas', false);
  q = defaults;
  for name = fieldnames (extra).'
    q.(name{1}) = extra.(name{1});
  end
  count = numel (jobs);
  jobs = with_field (jobs, 'After', 0);
  jobs = with_field (jobs, 'Curve', []);
  jobs = with_field (jobs, 'Row', zeros (1, 7));
  if (! isfield (jobs, 'Number'))
    jobs = with_field (jobs, 'Number', 0);
  end
  q.Jobs = jobs;
  q.After = [jobs.After];
  q.Numbers = [jobs.Number];
  q.Outcome = NaN (count, 8 + q.NumMeasures);
  [q.Thetas, q.Curves, q.States] = deal (cell (count, 1));
  q.Done = false (1, count);
  q.Finished = 0;
  [~, q.Pending] = sort (arrayfun (@cost, jobs), 'descend');
  q = queue_refresh (q, true);
end

function jobs = with_field (jobs, name, value)
  if (! isfield (jobs, name))
    [jobs.(name)] = deal (value);
  end
end

## The longest first, so that no long one is left over at the end.
function c = cost (job)
  sizes = job.Problem.Network.Sizes;
  samples = numel (job.Problem.Train.Rows);
  c = sum (sizes(1:end - 1) .* sizes(2:end)) * samples * numel (job.Problem.LearnRates);
end
