## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.search.work (study, plan, args)
##
## The work of one process on a study. If ARGS is {}, it works beside others on what is left until
## the search is complete. If ARGS is {SHARD, SHARDS, THREADS}, it does one shard of the round, and
## continues with the next round only if this one is complete by then.

function work (study, plan, args)
  [shard, shards, threads] = deal (1, 1, []);
  if (numel (args) >= 2)
    shard = nnr.args.check_scalar ('SHARD', args{1}, 'positive integer');
    shards = nnr.args.check_scalar ('SHARDS', args{2}, 'positive integer');
  end
  if (numel (args) >= 3)
    threads = args{3};
  end
  [candidates, measure, s] = nnr.search.kept_candidates (study, plan, threads);
  guard = onCleanup (@() __nnreg_claims__ ('', [], 0));         # gives up its claims
  nnr.search.run_rounds (plan, candidates, study, measure, ...
                         @(jobs, extra) run_shard (jobs, extra, s, shard, shards));
end

function queue = run_shard (jobs, extra, s, shard, shards)
  extra.Mine = nnr.executors.shards (jobs, shards) == shard;
  queue = nnr.queue.refresh (nnr.queue.run (jobs, s, extra));
end
