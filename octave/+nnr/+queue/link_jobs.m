## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## jobs = nnr.queue.link_jobs (jobs, candidates, warm)
##
## With warm starts, each job's After: the place of the job of the same fold from whose parameters
## it starts, that of the next larger Lambda; else 0.

function jobs = link_jobs (jobs, candidates, warm)
  [jobs.After] = deal (0);
  if (! warm)
    return;
  end
  before = nnr.queue.lambda_chains (candidates);
  key = [[jobs.Candidate]; [jobs.Fold]];
  for k = 1:numel (jobs)
    b = before(jobs(k).Candidate);
    if (b > 0)
      jobs(k).After = find (key(1,:) == b & key(2,:) == jobs(k).Fold);
    end
  end
end
