## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.path.fold_outputs (chains, s)
##
## What the CHAINS of the folds (all but the first) predict for the samples that they are measured
## on, a cell row: probabilities, or responses in the user's units. S are the settings of their last
## training.

function outputs = fold_outputs (chains, s)
  outputs = cell (1, numel (chains) - 1);
  for k = 1:numel (outputs)
    outputs{k} = outputs_of (chains(k + 1), s);
  end
end

function outputs = outputs_of (chain, s)
  targets = chain.Fit.Targets;
  if (isempty (chain.Live))
    ## No input is left: theta has the biases alone.
    outputs = repmat (chain.Theta.', numel (chain.Measured), 1);
    if (strcmp (s.Task, 'classification'))
      outputs = exp (outputs - max (outputs, [], 2));
      outputs ./= sum (outputs, 2);
    end
  else
    network = nnr.model.make_network (s, numel (chain.Live), targets.NumOutputs);
    outputs = nnr.model.packed_outputs (network, chain.Theta, chain.Data, chain.Measured, ...
                                        s.Threads);
  end
  if (strcmp (s.Task, 'regression'))
    outputs = double (outputs) .* targets.ResponseScale + targets.ResponseMean;
  end
end
