## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [train, validation] = nnr.train.validation_samples (d, s)
##
## The samples to train on, and those to validate with: ValidationData, or the rows that
## ValidationFraction took; else empty.

function [train, validation] = validation_samples (d, s)
  validation = [];
  if (iscell (s.ValidationData))
    validation = given_samples (d, s);
  elseif (! isempty (d.ValidationRows))
    validation = nnr.data.make_samples (d.Data, d.Targets, d.ValidationRows);
    validation.Weights = d.Targets.SampleWeights;
  end
  train = nnr.data.make_samples (d.Data, d.Targets, d.TrainRows);
end

function samples = given_samples (d, s)
  [X, y] = s.ValidationData{1:2};
  weights = [];
  if (numel (s.ValidationData) > 2)
    weights = s.ValidationData{3};
  end
  if (! isempty (d.Inputs) && columns (X) == d.NumInputs)
    X = X(:,d.Inputs);
  end
  num_inputs = d.Data.NumInputs;
  nnr.data.check ('ValidationData{1}', X, num_inputs);
  [X, y, weights] = nnr.targets.drop_weightless (X, y, weights, 'ValidationData{1}');
  targets = nnr.targets.match ('ValidationData{2}', y, weights, rows (X), d.Targets, s);
  found = nnr.data.scan ('ValidationData{1}', X, false, s.Precision, s.Threads, []);
  [average, scale] = nnr.data.packed_scales (d);
  found = nnr.data.use_scales (found, X, average, scale, s.Precision);
  data = nnr.data.pack (X, found, s.Precision, s.Threads);
  samples = nnr.data.make_samples (data, targets, []);
end
