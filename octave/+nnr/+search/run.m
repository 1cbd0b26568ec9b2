## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.search.run (X, y, grid, args)
##
## A whole search: the result that nnreg_gridsearch returns for data, a grid and options (ARGS).
## With "Wait", false and trainings left, R is the status. Without an output it is printed.

function varargout = run (X, y, grid, args)
  [search, s, given] = nnr.search.settings (args);
  params = nnr.grid.expand (grid, search.NumSamples, s.Seed);
  s = nnr.options.kind_of_initial (s, [given, nnr.grid.common_names(params, given)]);
  nnr.data.check ('X', X, []);
  [candidates, fits] = nnr.grid.make_candidates (X, y, params, s);
  measure = nnr.search.scores (search.Score, candidates, y, s);
  folds = nnr.folds.make (search.CV, candidates(1), s, search.Repeats);
  cellfun (@(fit) nnr.folds.check_weights (fit.Targets, folds), fits);
  warn_of_options (candidates, given, folds);
  plan = nnr.search.plan (X, y, params, folds, measure.Scores, search, s);
  [found, study] = nnr.search.execute (plan, candidates, measure, search, s, X, y);
  if (found.Complete)
    r = nnr.search.finished (plan, candidates, measure, found, search);
    if (s.Verbose > 0 || nargout == 0)
      nnr.results.print (r);
    end
    varargout = {r};
  else
    [varargout{1:nargout}] = nnr.search.status (nnr.study.read (study), plan);
  end
end

function warn_of_options (candidates, given, folds)
  names = cellfun (@(p) fieldnames (p).', {candidates.Params}, 'UniformOutput', false);
  given = unique ([given, names{:}]);
  settings = [candidates.Settings];
  nnr.options.warn_of_idle_options (settings, given);
  largest = max (accumarray (folds(:,1), 1));
  nnr.options.warn_of_few_steps (settings, given, rows (folds) - largest);
end
