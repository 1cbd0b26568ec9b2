## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## fcn = nnr.model.mover (model, X, threads)
##
## Returns a function of inputs k, samples, and the changes of the inputs in these samples (a column
## each), which returns the outputs. The first layer's sums are computed once; they change by
## W_1(:,k) times the change.

function fcn = mover (model, X, threads)
  model = without_temperature (model);
  [network, theta] = nnr.model.network (model);
  sums = first_sums (model, X, threads);
  scale = model.InputScale;
  if (isempty (scale))
    scale = ones (1, columns (X));
  end
  raw = @(sums, k, samples, moves) ...
        nnr.core.call (@__nnreg_predict_moved__, network, theta, sums, k - 1, ...
                       uint32 (samples - 1), cast (moves / scale(k), network.Precision), threads);
  all_but_one = @(k, samples, moves) moved_sums (sums, model.Weights{1}, k, samples, ...
                                                 moves ./ scale(k)(:).');
  fcn = @(k, samples, moves) ...
        nnr.model.in_user_units (model, raw (all_but_one (k, samples, moves), k(1), samples, ...
                                             moves(:,1)));
end

## The temperature goes into the last layer, which is the first one of a linear model.
function model = without_temperature (model)
  if (isfield (model, 'Temperature'))
    model.Weights{end} = model.Weights{end} / model.Temperature;
    model.Biases{end} = model.Biases{end} / model.Temperature;
    model = rmfield (model, 'Temperature');
  end
end

## The sums after the moves of all inputs but the first.
function sums = moved_sums (sums, W, k, samples, moves)
  if (numel (k) > 1)
    rest = W(:,k(2:end)) * cast (moves(:,2:end), class (W)).';
    sums(:,samples) = sums(:,samples) + rest;
  end
end

## W_1 x for each sample, units-by-N: the outputs of a linear model without biases.
function sums = first_sums (model, X, threads)
  first = model;
  first.Task = 'regression';
  first.Activations = {};
  first.Weights = model.Weights(1);
  first.Biases = {zeros(size (model.Biases{1}), class (model.Biases{1}))};
  sums = nnr.model.raw_outputs (first, X, threads);
end
