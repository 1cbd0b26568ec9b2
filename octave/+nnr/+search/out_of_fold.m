## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## o = nnr.search.out_of_fold (plan, candidates, best, found)
##
## The predictions of the samples by the candidate BEST of a complete search, each by the training
## of a fold that did not learn from it (nnr.results.out_of_fold). FOUND has the parameters of the
## trainings (nnr.search.run_rounds). Those that it lacks, since they were too many to keep or other
## processes did the work, are trained again, to the same bits.

function o = out_of_fold (plan, candidates, best, found)
  [fit, s] = deal (candidates(best).Fit, candidates(best).Settings);
  jobs = nnr.queue.make_jobs (candidates, plan.Folds, best);
  thetas = found.Thetas([jobs.Number]);
  if (any (cellfun (@isempty, thetas)))
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
  o = nnr.results.out_of_fold (plan.Folds, fit.Targets, outputs);
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
