## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## found = nnr.linear.optimum (X, d, s)
##
## The linear model at the optimum for the Lambda of the settings S, of the data D
## (nnr.linear.prepare). FOUND has the Model, the Problem that was solved (nnr.linear.problem) and
## the Record of its one point (nnr.linear.record).

function found = optimum (X, d, s)
  no_folds = struct ('Of', zeros (rows (X), 1), 'Forward', false);
  found.Problem = nnr.linear.problem (X, d, s, no_folds);
  plan = nnr.linear.points (s, s.Lambda, 0);
  plan.Tolerance = nnr.linear.tolerance (s);
  found.Record = nnr.linear.advance (nnr.linear.record (found.Problem, 1), plan, found.Problem);
  models = nnr.linear.models (found.Record, 1, d, s);
  models = nnr.linear.with_accuracy (models, X, d.Targets, s);
  found.Model = models{1};
end
