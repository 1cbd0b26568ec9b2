## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## models = nnr.linear.with_accuracy (models, X, targets, s)
##
## The MODELS (nnr.linear.models) of settings S. Its ClassWeights, if there are any, count in the
## Accuracy of their History as in any training: that of the data that they learned from, X and
## TARGETS. The core counts right labels by the samples' weights alone, as folds are scored.

function models = with_accuracy (models, X, targets, s)
  if (isempty (s.ClassWeights))
    return
  end
  weights = nnr.targets.relative_weights (targets, targets.Weights, []);
  truth = double (targets.Labels(:)) + 1;
  for k = 1:numel (models)
    [~, guess] = max (nnr.model.network_outputs (models{k}, X, s.Threads), [], 2);
    models{k}.History.Accuracy = weights.' * (guess == truth);
  end
end
