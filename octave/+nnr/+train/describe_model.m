## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.train.describe_model (weights, biases, penalty, d, s, history)
##
## The model with these WEIGHTS and BIASES, cells, and all that a model keeps of its PENALTY, the
## data D (nnr.train.prepare_data) and the settings S, but for data, models and functions in these.

function model = describe_model (weights, biases, penalty, d, s, history)
  table = [];
  if (isfield (s, 'Table'))
    table = s.Table;
    s = rmfield (s, 'Table');
  end
  for name = nnr.options.names ('data')
    s.(name{1}) = [];
  end
  model = struct ('Version', nnr.model.layout_version (), ...
                  'Task', s.Task, 'ClassNames', {d.Targets.ClassNames}, ...
                  'LayerSizes', s.LayerSizes, 'Activations', {s.Activations}, ...
                  'Weights', {weights}, 'Biases', {biases}, ...
                  'InputMean', d.Mean, 'InputScale', d.Scale, ...
                  'ResponseMean', d.Targets.ResponseMean, ...
                  'ResponseScale', d.Targets.ResponseScale, ...
                  'Lambda1', penalty.Lambda1, ...
                  'Lambda2', penalty.Lambda2, ...
                  'LambdaGroup', penalty.Group, 'Settings', s, ...
                  'History', history, 'FeatureNames', {s.FeatureNames}, ...
                  'Training', nnr.targets.facts (d.Targets, train_rows (d), s.Loss));
  if (strcmp (s.Loss, 'huber'))
    model.HuberDelta = d.Targets.Thresholds(:).' .* d.Targets.ResponseScale;
  end
  if (! isempty (table))
    model.Preparation = table.Recipe;
  end
  if (! isempty (d.Inputs))
    [model.Inputs, model.NumInputs] = deal (d.Inputs, d.NumInputs);
  end
end

## [] if they are all; the solver of linear models needs no others.
function rows = train_rows (d)
  rows = [];
  if (isfield (d, 'TrainRows'))
    rows = d.TrainRows;
  end
end
