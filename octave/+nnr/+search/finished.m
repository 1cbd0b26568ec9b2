## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.search.finished (plan, candidates, measure, found, search)
##
## The result of a complete search, with a Model if SEARCH.Refit is true; also writes the CSV file.
## If the file cannot be written there is only a warning: an error would lose the result.

function r = finished (plan, candidates, measure, found, search)
  r = nnr.results.summarise (plan, candidates, measure, found, search.Select);
  if (search.Refit)
    nnr.words.progress ('nnreg_gridsearch', @() 'the Model of all rows');
    r.Model = refit (candidates, r.BestIndex, plan.WarmStart);
  end
  if (! isempty (search.CSV))
    try
      nnr.results.write_csv (r, search.CSV);
    catch err
      nnr.words.warn ('nnreg:csv', '%s; write it elsewhere: nnreg_gridsearch ("csv", r, file)', ...
                      err.message);
    end
  end
end

## Trains the best candidate on all rows. With warm starts, the candidates with larger Lambda are
## trained before it, as they were in the folds.
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
    model = nnr.train.fit_packed (candidates(k).Fit, s, k == best);
  end
end
