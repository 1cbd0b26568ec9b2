## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## o = nnr.search.out_of_fold (plan, candidates, best, found, study, must)
##
## The predictions of the samples by the candidate BEST of a complete search, each by the training
## of a fold that did not learn from it (nnr.results.out_of_fold). FOUND has the parameters of the
## trainings (nnr.search.run_rounds). Those that it lacks, since they were too many to keep or other
## processes did the work, are trained again, to the same bits, if MUST; else O is []. A STUDY
## ([]: none) keeps the predictions.

function o = out_of_fold (plan, candidates, best, found, study, must)
  inside = nnr.folds.sides (plan.Folds);
  counts = cellfun (@numel, inside);
  outputs = kept_outputs (study, best, sum (counts));
  if (isempty (outputs))
    outputs = fold_outputs (plan, candidates, best, found, must);
    if (isempty (outputs))
      o = [];
      return
    end
    outputs = vertcat (outputs{:});
    keep_outputs (study, best, outputs);
  end
  outputs = nnr.results.in_order (plan.Folds.Of, mat2cell (outputs, counts, columns (outputs)));
  o = nnr.results.out_of_fold (plan.Folds, candidates(best).Fit.Targets, outputs);
end

## What a study has of the best candidate, or [].
function outputs = kept_outputs (study, best, count)
  outputs = [];
  if (! isempty (study) && exist (file_of (study), 'file') == 2)
    [kept, fault] = nnr.files.read (file_of (study), 'checkpoint');
    if (isempty (fault) && all (isfield (kept, {'Best', 'Outputs'})) ...
        && isequal (kept.Best, best) && rows (kept.Outputs) == count)
      outputs = kept.Outputs;
    end
  end
end

## A folder that is full or of another user costs no result.
function keep_outputs (study, best, outputs)
  if (! isempty (study))
    try
      nnr.files.write (file_of (study), 'checkpoint', struct ('Best', best, 'Outputs', outputs));
    catch err
      if (! strcmp (err.identifier, 'nnreg:badFile'))
        rethrow (err);
      end
    end
  end
end

function file = file_of (study)
  file = fullfile (study.Folder, 'out_of_fold.bin');
end

## A cell with the predictions of each fold; empty if parameters are missing, unless they MUST be
## trained again.
function outputs = fold_outputs (plan, candidates, best, found, must)
  [fit, s] = deal (candidates(best).Fit, candidates(best).Settings);
  jobs = nnr.queue.make_jobs (candidates, plan.Folds, best);
  thetas = found.Thetas([jobs.Number]);
  outputs = {};
  missing = any (cellfun (@isempty, thetas));
  if (missing && ! must)
    return
  elseif (missing)
    thetas = trained_again (plan, candidates, best);
  end
  outputs = cell (1, numel (jobs));
  for k = 1:numel (jobs)
    rows_out = double (jobs(k).Problem.Validation.Rows(:)) + 1;
    outputs{k} = nnr.model.packed_outputs (jobs(k).Problem.Network, thetas{k}, ...
                                           fit.Folds{k}.Data, rows_out, s.Threads);
    if (strcmp (s.Task, 'regression'))
      targets = fit.Folds{k}.Targets;
      outputs{k} = double (outputs{k}) .* targets.ResponseScale + targets.ResponseMean;
    end
  end
end

## The parameters of the best candidate's trainings; those that came before in a chain are trained
## first.
function thetas = trained_again (plan, candidates, best)
  nnr.words.progress ('nnreg_gridsearch', @() 'training the best candidate in the folds again');
  order = nnr.queue.predecessors (candidates, best, plan.WarmStart);
  jobs = nnr.queue.make_jobs (candidates, plan.Folds, order);
  jobs = nnr.queue.link_jobs (jobs, candidates, plan.WarmStart);
  s = candidates(best).Settings;
  s.Verbose = 0;
  queue = nnr.queue.run (jobs, s, struct ('KeepThetas', true));
  thetas = queue.Thetas([jobs.Candidate] == best);
end
