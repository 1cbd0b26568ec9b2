## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.model.summary (model)
##
## The struct that nnreg_summary returns, without Options.

function s = summary (model)
  [~, num_inputs] = nnr.model.inputs (model);
  s = struct ('Task', model.Task, 'NumInputs', num_inputs, ...
              'Standardize', nnr.model.scaling (model), ...
              'NumOutputs', rows (model.Weights{end}));
  activations = nnr.model.layer_activations (model);
  for l = 1:numel (model.Weights)
    W = model.Weights{l};
    s.Layers(l) = struct ('Inputs', columns (W), 'Units', rows (W), ...
                          'Activation', activations{l}, 'NumParameters', numel (W) + rows (W), ...
                          'Zeros', nnz (W == 0), 'ZeroShare', nnz (W == 0) / numel (W), ...
                          'Lambda1', model.Lambda1(l), 'Lambda2', model.Lambda2(l), ...
                          'LambdaGroup', model.LambdaGroup * (l == 1));
  end
  s.NumParameters = sum ([s.Layers.NumParameters]);
  s.NumWeights = sum (cellfun ('numel', model.Weights));
  s.Zeros = sum ([s.Layers.Zeros]);
  s.ZeroShare = s.Zeros / s.NumWeights;
  s.Precision = class (model.Weights{1});
  s.Bytes = sizeof (model.Weights) + sizeof (model.Biases);
  s.ModelBytes = sizeof (model);
  [s.Epochs, s.BestEpoch] = epochs_of (model);
  [s.Trained, s.Decision] = deal (training_text (s, model), nnr.model.decision_text (model));
  [s.Range, s.Table, s.HuberDelta] = deal ([], '', []);
  if (isfield (model, 'HuberDelta'))
    s.HuberDelta = model.HuberDelta;
  end
  if (strcmp (s.Standardize, 'range'))
    s.Range = model.InputScale(1);
  end
  if (isfield (model, 'Preparation'))
    s.Table = nnr.table.summary (model.Preparation);
  end
end

function [epochs, best] = epochs_of (model)
  [epochs, best] = deal (0, []);
  history = history_of (model);
  if (isfield (history, 'Epoch'))
    epochs = numel (history.Epoch);
    [~, best] = nnr.model.compared_losses (history);
  end
end

## A file may have lost it.
function history = history_of (model)
  history = struct ();
  if (isfield (model, 'History') && isstruct (model.History))
    history = model.History;
  end
end

function text = training_text (s, model)
  if (s.Epochs == 0 && isempty (fieldnames (history_of (model))))
    text = 'elsewhere: read from a file';
    return
  end
  text = nnr.words.count_text (s.Epochs, 'epoch');
  if (isfield (model.Settings, 'Solver'))
    if (strcmp (model.Settings.Solver, 'coordinate'))
      text = 'exactly, coordinate by coordinate';
      return
    end
    text = sprintf ('%s of %s', text, model.Settings.Solver);
  end
  if (! isempty (s.BestEpoch))
    [~, ~, name] = nnr.model.compared_losses (model.History);
    text = sprintf ('%s, lowest %s in epoch %d', text, name, s.BestEpoch);
  end
end
