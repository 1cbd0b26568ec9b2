## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [chains, outcome] = nnr.path.null_point (chains, d, s)
##
## The chains with networks that heed no input, each the best constant of the samples that it
## trains on, and their rows of outcome as nnr.path.train_chains returns them.

function [chains, outcome] = null_point (chains, d, s)
  t = d.Targets;
  for k = 1:numel (chains)
    c = chains(k);
    network = nnr.model.make_network (s, numel (c.Live), t.NumOutputs);
    [weights, biases] = nnr.model.roll_weights (c.Theta, network.Sizes);
    weights = cellfun (@(w) zeros (size (w)), weights, 'UniformOutput', false);
    biases{end} = nnr.train.null_biases (t, c.Train, s);
    chains(k).Theta = nnr.model.unroll_weights (weights, biases, s.Precision);
    [loss, metric] = constant_scores (t, c.Measured, biases{end});
    outcome(k,:) = [loss, metric, 0, loss, metric, 1, 0, 1];
  end
end

## Data loss and accuracy or mean squared error (in units of y) of the same outputs for all.
function [loss, metric] = constant_scores (t, rows, outputs)
  [w, rows] = nnr.targets.relative_weights (t, t.SampleWeights, rows);
  if (isempty (t.Responses))
    label = double (t.Labels(rows))(:) + 1;
    [~, guess] = max (outputs);
    loss = w.' * (log (sum (exp (outputs))) - outputs(label));
    metric = w.' * (label == guess);
  else
    square = (double (t.Responses(:,rows)) - outputs) .^ 2;
    loss = mean (square, 1) * w;
    metric = mean (square .* t.Scales .^ 2, 1) * w;
  end
end
