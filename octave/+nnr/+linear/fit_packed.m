## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.linear.fit_packed (source, d, s)
##
## The linear model of nnreg_fit at the optimum for the Lambda of the settings S, with a row of its
## History that has the losses of ValidationData or of the rows of ValidationFraction. D is from
## nnr.train.prepare_data, SOURCE from nnr.linear.data_source.

function model = fit_packed (source, d, s)
  [s.Standardize, s.ClassNames] = deal (d.Standardize, d.Targets.ClassNames);
  [train, validation] = nnr.train.validation_samples (d, s);
  problem = nnr.train.make_problem (s, train, validation, d.Targets.NumOutputs);
  [theta, row, found] = nnr.linear.train (problem, source, d, s);
  history = nnr.train.make_history (row, s.Task, ! isempty (validation));
  model = nnr.train.make_model (theta, problem, d, s, history);
  nnr.linear.warn_of_fit (model, found.Record, found.Problem, s);
end
