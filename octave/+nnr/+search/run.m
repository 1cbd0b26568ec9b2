## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.search.run (X, y, grid, args)
##
## A whole search: the result that nnreg_gridsearch returns for data, a grid and options (ARGS).
## With "Wait", false and trainings left, R is the status.

function r = run (X, y, grid, args)
  guard = nnr.words.raised ('begin');
  r = searched (X, y, grid, args);
  if (isfield (r, 'Model'))
    r.Model.Training.Warnings = nnr.words.raised ();
  end
end

function r = searched (X, y, grid, args)
  [search, s, given] = nnr.search.settings (args);
  progress = nnr.words.progress ('nnreg_gridsearch', @() 'preparing the data', ...
                                 nnr.options.silent (s, given));
  [X, search] = nnr.table.take_columns (X, search, {'CVGroups', 'CVTime'}, y, s.Predictors);
  params = nnr.grid.expand (grid, search.NumSamples, s.Seed);
  s = nnr.options.kind_of_initial (s, [given, nnr.grid.common_names(params, given)]);
  if (! nnr.table.is_table (X))
    nnr.data.check ('X', X, []);
  end
  candidates = nnr.grid.make_candidates (params, s);
  data = X;
  [X, y, s, candidates, kept] = nnr.grid.open_data (X, y, s, candidates);
  targets = nnr.targets.make (y, rows (X), candidates(1).Settings);
  nnr.targets.warn_of_labels (X, y, targets, candidates(1).Settings, given);
  folds = nnr.folds.make (search, targets, s, kept, false);
  [candidates, fits] = nnr.grid.pack_candidates (candidates, X, y, folds);
  measure = nnr.search.scores (search.Score, candidates, s);
  check_single_rows (measure.Scores, folds, candidates(1).Settings.Task);
  cellfun (@(fit) nnr.folds.check_weights (fit.Targets, folds), fits);
  warn_of_options (candidates, given);
  source = nnr.grid.data_to_keep (X, s);
  plan = nnr.search.plan (source, y, params, folds, measure.Scores, search, s);
  [found, study] = nnr.search.execute (plan, candidates, measure, search, s, source, y);
  if (found.Complete)
    r = nnr.search.finished (plan, candidates, measure, found, search, study);
    if (search.Nested > 0)
      about = struct ('Search', search, 'Settings', s, 'Given', {given}, 'Targets', targets, ...
                      'Kept', kept);
      rows_of = @(some) nnr.train.source_rows (data, X, s.Table, kept, some);
      r.Nested = nnr.search.nested (rows_of, y, grid, about, measure.Scores(1));
    end
  else
    r = nnr.search.status (nnr.study.read (study), plan);
  end
end

## Some scores compare rows: a fold of one row has none.
function check_single_rows (scores, folds, task)
  compares = ismember ({scores.Name}, {'MeanR2', 'AUC', 'MacroAUC', 'WeightedAUC'}) ...
             & cellfun (@ischar, {scores.Function});
  if (! any (compares))
    return;
  end
  for k = nnr.folds.sides (folds)
    if (isscalar (k{1}))
      fold = max (folds.Of(k{1},:));
      defaults = {'Accuracy', 'RMSE'};
      error ('nnreg:badArgument', ['the Score %s is undefined for a single row, and fold %d of ' ...
                                   'CV has no more; give fewer folds, or another Score, such ' ...
                                   'as "%s"'], scores(find (compares, 1)).Name, fold, ...
             defaults{1 + strcmp(task, 'regression')});
    end
  end
end

function warn_of_options (candidates, given)
  names = cellfun (@(p) fieldnames (p).', {candidates.Params}, 'UniformOutput', false);
  given = unique ([given, names{:}]);
  nnr.options.warn_of_idle_options ([candidates.Settings], given);
end
