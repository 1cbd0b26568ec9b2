## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## of = nnr.executors.shards (jobs, count)
##
## The shard, 1 to COUNT, of each job. The jobs are assigned in turn, so that each shard gets some
## of every kind. A job and its predecessor are in the same shard.

function of = shards (jobs, count)
  after = [jobs.After];
  first = 1:numel (jobs);
  while (any (after(first)))
    later = after(first) > 0;
    first(later) = after(first(later));
  end
  [~, ~, rank] = unique (first);
  of = mod (rank(:).' - 1, count) + 1;
end

%!assert (nnr.executors.shards (struct ("After", {0, 0, 2, 0, 1, 5}), 2), [1, 2, 2, 1, 1, 1])
