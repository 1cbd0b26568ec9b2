## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.linear.fit (X, targets, s)
##
## The linear model of nnreg_fit at the optimum for the Lambda of the settings S, whose Solver is
## "coordinate".

function model = fit (X, targets, s)
  if (iscell (s.ValidationData) || s.ValidationFraction > 0)
    d = nnr.train.prepare_data (X, targets, s);
    model = nnr.linear.fit_packed (nnr.linear.data_source (X, targets, s), d, s);
    return
  end
  d = nnr.linear.prepare (X, targets, s);
  [s.Standardize, s.ClassNames] = deal (d.Standardize, targets.ClassNames);
  problem = nnr.linear.problem (X, d, s, struct ('Of', zeros (rows (X), 1), 'Forward', false));
  plan = nnr.linear.points (s, s.Lambda, 0);
  plan.Tolerance = nnr.linear.tolerance (s);
  nnr.words.progress ('nnreg_fit', @() 'training');
  rec = nnr.linear.advance (nnr.linear.record (problem, 1), plan, problem);
  models = nnr.linear.models (rec, 1, d, s);
  model = models{1};
  nnr.linear.warn_of_fit (model, rec, problem, s);
end
