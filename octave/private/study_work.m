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
## @deftypefn {Private Function} {} study_work (@var{caller}, @var{study}, @var{plan}, @var{args})
## The work of one process on a study: @code{@{@}}, whatever is left, beside others; or
## @code{@{shard, shards, threads@}}, its shard of the round at hand.
## @seealso{search_shards, study_execute}
## @end deftypefn

function study_work (caller, study, plan, args)
  [shard, shards, threads] = deal (1, 1, []);
  if (numel (args) >= 2)
    shard = check_scalar (caller, 'SHARD', args{1}, 'positive integer');
    shards = check_scalar (caller, 'SHARDS', args{2}, 'positive integer');
  end
  if (numel (args) >= 3)
    threads = args{3};
  end
  [candidates, measure, s] = study_candidates (caller, study, plan, threads);
  runner = @(jobs, extra) run_shard (caller, jobs, extra, candidates, plan, s, shard, shards);
  guard = onCleanup (@study_release);
  run_search (caller, plan, candidates, study, measure, runner);
end

## A process that has a shard leaves when that is done; one without goes on to the end.
function queue = run_shard (caller, jobs, extra, candidates, plan, s, shard, shards)
  if (shards > 1)
    queue = queue_new (jobs, extra);
    extra.Study = queue.Study;
    of = search_shards (jobs, candidates, plan.WarmStart, shards);
    mine = link_jobs (jobs(of == shard), candidates, plan.WarmStart);
    if (all (queue.Done) || isempty (mine))
      return;
    end
    run_jobs (caller, mine, s, extra);
    queue = queue_refresh (queue, true);
    return;
  end
  [~, ~, queue] = run_jobs (caller, jobs, s, extra);
end
