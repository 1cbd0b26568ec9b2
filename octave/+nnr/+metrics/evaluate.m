## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## m = nnr.metrics.evaluate (model, X, y, weights)
##
## The objective and the metrics of a model on data: the struct that nnreg_evaluate returns.
## WEIGHTS are N-by-1 or empty.

function m = evaluate (model, X, y, weights)
  truth = nnr.model.truth (model, y, rows (X));
  outputs = nnr.model.network_outputs (model, X, nnr.args.check_threads ([]));
  if (strcmp (model.Task, 'classification'))
    [~, ipred] = max (outputs, [], 2);
    of_outputs = nnr.metrics.classification_metrics (model.ClassNames, truth, ipred, outputs, ...
                                                     weights);
  else
    outputs = nnr.targets.response_matrix ('the prediction', outputs, size (truth));
    of_outputs = nnr.metrics.regression_metrics (truth, outputs, weights);
  end
  losses = nnr.model.sample_losses (model, truth, outputs);
  loss = mean (losses);
  if (! isempty (weights))
    loss = sum (weights .* losses) / sum (weights);
  end
  penalty = nnr.model.penalty (model);
  m = struct ('Loss', loss + penalty, 'DataLoss', loss, 'Penalty', penalty);
  for name = fieldnames (of_outputs).'
    m.(name{1}) = of_outputs.(name{1});
  end
end
