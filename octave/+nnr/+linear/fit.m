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
  nnr.words.progress ('nnreg_fit', @() 'training');
  found = nnr.linear.optimum (X, d, s);
  model = found.Model;
  nnr.linear.warn_of_fit (model, found.Record, found.Problem, s);
end
