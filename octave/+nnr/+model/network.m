## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [network, theta] = nnr.model.network (model)
##
## A model's network and parameters, as the gateways read them, in the precision of its weights.

function [network, theta] = network (model)
  precision = class (model.Weights{1});
  s = struct ('Precision', precision, 'Task', model.Task, ...
              'Activations', {model.Activations(:).'}, ...
              'LayerSizes', cellfun ('rows', model.Weights(:).')(1:end - 1));
  network = nnr.model.make_network (s, columns (model.Weights{1}), rows (model.Weights{end}));
  theta = nnr.model.unroll_weights (model.Weights, model.Biases, precision);
end
