## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## jobs = nnr.queue.make_jobs (candidates, folds)
## jobs = nnr.queue.make_jobs (candidates, folds, chosen)
##
## A struct array with a job for each candidate (or only those in CHOSEN) and each fold of FOLDS
## (nnr.folds.make). Its fields: Problem (for the gateways), Settings, Theta (empty: the settings
## say how it starts), Exact (the Source and Fit of nnr.linear.train, or [] if the core trains the
## job), Candidate, Fold, and Number, which is the same whatever CHOSEN is.

function jobs = make_jobs (candidates, folds, chosen)
  if (nargin < 3)
    chosen = 1:numel (candidates);
  end
  [inside, outside] = nnr.folds.sides (folds);
  from_0 = @(rows) uint32 (rows) - 1;           # for the gateways; all jobs share them
  inside = cellfun (from_0, inside, 'UniformOutput', false);
  outside = cellfun (from_0, outside, 'UniformOutput', false);
  num_folds = numel (inside);
  jobs = cell (num_folds, numel (chosen));
  for j = 1:numel (chosen)
    c = candidates(chosen(j));
    samples = nnr.data.make_samples (c.Fit.Data, c.Fit.Targets, []);
    template = nnr.train.make_problem (c.Settings, samples, samples, c.Fit.Targets.NumOutputs, ...
                                       c.Penalty);
    template.ValidateLastOnly = 1;
    for fold = 1:num_folds
      problem = template;
      fit = c.Fit.Folds{fold};
      samples = nnr.data.make_samples (fit.Data, fit.Targets, []);
      [problem.Train, problem.Validation] = deal (samples);
      problem.Train.Rows = outside{fold};
      problem.Validation.Rows = inside{fold};
      problem.Validation.Weights = fit.Targets.SampleWeights;
      jobs{fold,j} = struct ('Problem', problem, 'Settings', c.Settings, 'Theta', [], ...
                             'Exact', exact_of (c, fold), ...
                             'Candidate', chosen(j), 'Fold', fold, ...
                             'Number', (chosen(j) - 1) * num_folds + fold);
    end
  end
  jobs = [jobs{:}];
end

function exact = exact_of (candidate, fold)
  exact = [];
  if (strcmp (candidate.Settings.Solver, 'coordinate'))
    exact = struct ('Source', candidate.Fit.Source, 'Fit', candidate.Fit.Folds{fold});
  end
end
