## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [chains, outcome] = nnr.path.null_point (chains, s)
##
## The CHAINS without inputs: each predicts the best constant of the samples that it learns from.
## OUTCOME has the form that nnr.path.train_chains returns.

function [chains, outcome] = null_point (chains, s)
  c = nnr.core.epoch_columns ();
  for k = 1:numel (chains)
    t = chains(k).Fit.Targets;
    network = nnr.model.make_network (s, numel (chains(k).Live), t.NumOutputs);
    [weights, biases] = nnr.model.roll_weights (chains(k).Theta, network.Sizes);
    weights = cellfun (@(w) zeros (size (w)), weights, 'UniformOutput', false);
    biases{end} = nnr.train.null_biases (t, chains(k).Train, s);
    chains(k).Theta = nnr.model.unroll_weights (weights, biases, s.Precision);
    [loss, metric] = constant_scores (t, chains(k).Measured, biases{end});
    row = zeros (1, c.Converged, class (loss));
    row([c.DataLoss, c.ValDataLoss]) = loss;
    row([c.Metric, c.ValMetric]) = metric;
    row([c.Zeros, c.Converged]) = 1;
    outcome(k,:) = row;
  end
end

## Data loss, and accuracy or mean squared error (in units of y), if all samples have the same
## outputs.
function [loss, metric] = constant_scores (t, rows, outputs)
  [w, rows] = nnr.targets.relative_weights (t, t.SampleWeights, rows);
  if (isempty (t.Responses))
    label = double (t.Labels(rows))(:) + 1;
    [~, guess] = max (outputs);
    loss = w.' * (log (sum (exp (outputs))) - outputs(label));
    metric = w.' * (label == guess);
  else
    errors = double (t.Responses(:,rows)) - outputs;
    loss = mean (nnr.targets.error_losses (errors, t.Thresholds), 1) * w;
    metric = mean ((errors .* t.Scales) .^ 2, 1) * w;
  end
end
