## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [network, theta] = nnr.model.network (model)
##
## A model's network and parameters, as the gateways read them, in the precision of its weights. A
## Temperature divides the last layer's.

function [network, theta] = network (model)
  precision = class (model.Weights{1});
  s = struct ('Precision', precision, 'Task', model.Task, ...
              'Activations', {model.Activations(:).'}, ...
              'LayerSizes', cellfun ('rows', model.Weights(:).')(1:end - 1));
  network = nnr.model.make_network (s, columns (model.Weights{1}), rows (model.Weights{end}));
  weights = model.Weights;
  biases = model.Biases;
  if (isfield (model, 'Temperature'))
    ## softmax (z / T) for z = W h + b
    weights{end} = weights{end} / model.Temperature;
    biases{end} = biases{end} / model.Temperature;
  end
  theta = nnr.model.unroll_weights (weights, biases, precision);
end
