## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.search.finished (plan, candidates, measure, found, search, study)
##
## The result of a complete search, with a Model if SEARCH.Refit is true and
## OutOfFold unless SEARCH.OutOfFold is false; also writes the CSV file.
## If the file cannot be written there is only a warning: an error would lose the result. STUDY, if
## it is not empty, has checkpoints of the Model's training until the model is there. Processes that
## train it at the same time have one each (nnr.study.refit_file).

function r = finished (plan, candidates, measure, found, search, study)
  r = nnr.results.summarise (plan, candidates, measure, found, search.Select);
  guard = onCleanup (@() __nnreg_claims__ ('', [], 0));         # gives up its claims
  if (search.Refit)
    nnr.words.progress ('nnreg_gridsearch', @() 'training the Model on all rows');
    r.Model = refit (candidates, r.BestIndex, plan.WarmStart, study);
  end
  nnr.study.drop (study, 'refit');
  if (! isequal (search.OutOfFold, false))
    must = ! ischar (search.OutOfFold);
    r.OutOfFold = nnr.search.out_of_fold (plan, candidates, r.BestIndex, found, study, must);
  end
  clear guard
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
function model = refit (candidates, best, warm, study)
  model = [];
  warm = warm && ! strcmp (candidates(best).Settings.Solver, 'coordinate');
  for k = nnr.queue.predecessors (candidates, best, warm)
    s = candidates(k).Settings;
    s.Verbose = 0;
    if (! isempty (model))
      s.InitialModel = model;
    end
    fit = candidates(k).Fit;
    train = @(s) nnr.train.fit_packed (fit, s, k == best);
    if (strcmp (s.Solver, 'coordinate'))
      model = nnr.linear.fit_packed (fit.Source, fit, s);
    elseif (isempty (study))
      model = train (s);
    else
      model = kept (train, s, nnr.study.refit_file (study, k));
    end
  end
end

## Trains with a checkpoint FILE. If the file is damaged it begins anew, and if it cannot be written
## it trains without: a folder that is full or of another user does not lose the model.
function model = kept (train, s, file)
  for name = {file, file, ''}
    s.CheckpointFile = name{1};
    try
      model = train (s);
      model.Settings.CheckpointFile = '';       # as without a study
      return;
    catch err
      if (! strcmp (err.identifier, 'nnreg:badFile') || isempty (name{1}))
        rethrow (err);
      end
      nnr.files.remove_file (file);
    end
  end
end
