## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.search.work (study, plan, args)
##
## The work of one process on a study: {}, whatever is left, beside others; or {shard, shards,
## threads}, its shard of the round at hand.

function work (study, plan, args)
  [shard, shards, threads] = deal (1, 1, []);
  if (numel (args) >= 2)
    shard = nnr.args.check_scalar ('SHARD', args{1}, 'positive integer');
    shards = nnr.args.check_scalar ('SHARDS', args{2}, 'positive integer');
  end
  if (numel (args) >= 3)
    threads = args{3};
  end
  [candidates, measure, s] = nnr.search.load_candidates (study, plan, threads);
  runner = @(jobs, extra) run_shard (jobs, extra, candidates, plan, s, shard, shards);
  guard = onCleanup (@nnr.study.release);
  nnr.search.run (plan, candidates, study, measure, runner);
end

## A process that has a shard leaves when that is done; one without goes on to the end.
function queue = run_shard (jobs, extra, candidates, plan, s, shard, shards)
  if (shards > 1)
    queue = nnr.queue.new (jobs, extra);
    extra.Study = queue.Study;
    of = nnr.search.shards (jobs, candidates, plan.WarmStart, shards);
    mine = nnr.queue.link_jobs (jobs(of == shard), candidates, plan.WarmStart);
    if (all (queue.Done) || isempty (mine))
      return;
    end
    nnr.queue.run (mine, s, extra);
    queue = nnr.queue.refresh (queue, true);
    return;
  end
  [~, ~, queue] = nnr.queue.run (jobs, s, extra);
end
