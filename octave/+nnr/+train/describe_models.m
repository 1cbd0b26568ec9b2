## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## models = nnr.train.describe_models (weights, biases, penalty, d, s, history)
## models = nnr.train.describe_models (weights, biases, penalty, d, s, histories, lambdas)
##
## The models with these WEIGHTS and BIASES, a cell with the layers of each, and all that a model
## keeps of its PENALTY, the data D (nnr.train.prepare_data) and the settings S, but for data,
## models and functions in these: a struct row. Of several models HISTORIES and the fields of
## PENALTY may be cells with that of each, and LAMBDAS are their settings' Lambda.

function models = describe_models (weights, biases, penalty, d, s, history, lambdas)
  table = [];
  if (isfield (s, 'Table'))
    table = s.Table;
    s = rmfield (s, 'Table');
  end
  for name = nnr.options.names ('data')
    s.(name{1}) = [];
  end
  settings = s;
  if (nargin > 6)
    settings = settings_of_each (s, lambdas);
  end
  models = struct ('Version', nnr.model.layout_version (), ...
                   'Task', s.Task, 'ClassNames', {d.Targets.ClassNames}, ...
                   'LayerSizes', s.LayerSizes, 'Activations', {s.Activations}, ...
                   'Weights', weights, 'Biases', biases, ...
                   'InputMean', d.Mean, 'InputScale', d.Scale, ...
                   'ResponseMean', d.Targets.ResponseMean, ...
                   'ResponseScale', d.Targets.ResponseScale, ...
                   'Lambda1', penalty.Lambda1, ...
                   'Lambda2', penalty.Lambda2, ...
                   'LambdaGroup', penalty.Group, 'Settings', settings, ...
                   'History', history, 'FeatureNames', {s.FeatureNames}, ...
                   'Training', nnr.targets.facts (d.Targets, train_rows (d), s.Loss));
  if (strcmp (s.Loss, 'huber'))
    [models.HuberDelta] = deal (d.Targets.Thresholds(:).' .* d.Targets.ResponseScale);
  end
  if (! isempty (table))
    [models.Preparation] = deal (table.Recipe);
  end
  if (! isempty (d.Inputs))
    [models.Inputs] = deal (d.Inputs);
    [models.NumInputs] = deal (d.NumInputs);
  end
end

function settings = settings_of_each (s, lambdas)
  settings = s(ones (1, numel (lambdas)));
  values = num2cell (lambdas);
  [settings.Lambda] = values{:};
  settings = num2cell (settings);
end

## [] if they are all; the solver of linear models needs no others.
function rows = train_rows (d)
  rows = [];
  if (isfield (d, 'TrainRows'))
    rows = d.TrainRows;
  end
end
