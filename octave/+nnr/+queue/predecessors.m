## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## order = nnr.queue.predecessors (candidates, k, warm)
##
## The candidates that must be trained to have candidate K, in their order, K last: with WARM starts
## those of the same chain with a larger Lambda (nnr.queue.lambda_chains).

function order = predecessors (candidates, k, warm)
  order = k;
  if (warm)
    before = nnr.queue.lambda_chains (candidates);
    while (before(order(1)) > 0)
      order = [before(order(1)), order];
    end
  end
end
