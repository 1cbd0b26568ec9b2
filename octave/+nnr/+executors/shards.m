## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## of = nnr.search.shards (jobs, candidates, warm, shards)
##
## The shard, 1 to shards, of each job.  Jobs are dealt out one by one, so that each shard has its
## share of each kind; with warm starts those that follow each other stay together.

function of = shards (jobs, candidates, warm, shards)
  unit = [jobs.Number];
  if (warm)
    [~, chain] = nnr.queue.lambda_chains (candidates);
    unit = chain([jobs.Candidate]) + numel (candidates) * [jobs.Fold];
  end
  [~, ~, rank] = unique (unit);
  of = mod (rank(:).' - 1, shards) + 1;
end
