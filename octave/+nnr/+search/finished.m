## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.search.result (plan, candidates, measure, found, search)
##
## The result of a search that is complete, with the best candidate trained on all rows and the CSV
## file written if search says so; if it cannot be written that is a warning, for the result would
## be lost.

function r = result (plan, candidates, measure, found, search)
  r = nnr.search.summarise (plan, candidates, measure, found, search.Select);
  if (search.Refit)
    r.Model = refit (candidates, r.BestIndex, plan.WarmStart);
  end
  if (! isempty (search.CSV))
    try
      nnr.search.write_csv (r, search.CSV);
    catch err
      nnr.words.warn ('nnreg:csv', '%s; write it elsewhere: nnreg_gridsearch ("csv", r, file)', ...
                      err.message);
    end
  end
end

## As the candidate was trained in each fold: after those with a larger Lambda, if so.
function model = refit (candidates, best, warm)
  order = best;
  if (warm)
    before = nnr.queue.lambda_chains (candidates);
    while (before(order(1)) > 0)
      order = [before(order(1)), order];
    end
  end
  model = [];
  for k = order
    s = candidates(k).Settings;
    s.Verbose = 0;
    if (! isempty (model))
      s.InitialModel = model;
    end
    model = nnr.train.fit_packed (candidates(k).Fit, s);
  end
end
