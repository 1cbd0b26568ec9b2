## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## jobs = nnr.queue.link_jobs (jobs, candidates, warm)
##
## Sets each job's After. If WARM is true, a job starts from the job with the same fold and the next
## larger Lambda; After is its place. Otherwise After is 0.

function jobs = link_jobs (jobs, candidates, warm)
  [jobs.After] = deal (0);
  if (! warm)
    return;
  end
  before = nnr.queue.lambda_chains (candidates);
  for k = find (before([jobs.Candidate]) > 0)(:).'
    jobs(k).After = find ([jobs.Candidate] == before(jobs(k).Candidate) ...
                          & [jobs.Fold] == jobs(k).Fold);
  end
end
