## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.train.make_model (theta, problem, d, s, history)
##
## The model that nnreg_fit returns (its help lists the fields). S is kept without data, models and
## functions. The means that only the solver subtracted (nnr.train.scale_data) go into the biases.

function model = make_model (theta, problem, d, s, history)
  [weights, biases] = nnr.model.roll_weights (theta, problem.Network.Sizes);
  if (! isempty (d.Data.Offset))
    biases{1} = cast (double (biases{1}) - double (weights{1}) * d.Data.Offset, s.Precision);
  end
  if (isempty (s.LayerSizes) && strcmp (s.Task, 'classification') && ! strcmp (s.Solver, 'adam'))
    weights{1} = nnr.train.centre_classes (weights{1}, problem.Penalty);
  end
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
                  'Lambda1', problem.Penalty.Lambda1, ...
                  'Lambda2', problem.Penalty.Lambda2, ...
                  'LambdaGroup', problem.Penalty.Group, 'Settings', s, ...
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
