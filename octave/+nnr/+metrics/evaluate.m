## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## m = nnr.metrics.evaluate (model, X, y, weights, keep)
##
## The objective and the metrics of a model on data: the struct that nnreg_evaluate returns.
## WEIGHTS are N-by-1 or empty. If KEEP, rows of X with NaN are left out, else they are an error.

function m = evaluate (model, X, y, weights, keep)
  [X, y, weights] = nnr.targets.drop_weightless (X, y, weights);
  num_missing = 0;
  if (keep)
    [X, y, weights, num_missing] = drop_missing (model, X, y, weights);
  end
  truth = nnr.model.truth (model, y, rows (X));
  threads = nnr.args.check_threads ([]);
  outputs = nnr.model.network_outputs (model, X, threads);
  if (strcmp (model.Task, 'classification'))
    predicted = nnr.model.decide (model, outputs);
    of_outputs = nnr.metrics.classification_metrics (model.ClassNames, truth, predicted, ...
                                                     outputs, weights, threads);
    errors = nnr.metrics.standard_errors (of_outputs, truth, predicted, outputs, weights);
  else
    outputs = nnr.targets.response_matrix ('the prediction', outputs, size (truth));
    of_outputs = nnr.metrics.regression_metrics (truth, outputs, weights);
    errors = nnr.metrics.standard_errors (of_outputs, truth, outputs, weights);
  end
  losses = nnr.model.sample_losses (model, truth, outputs);
  loss = mean (losses);
  if (! isempty (weights))
    loss = sum (weights .* losses) / sum (weights);
  end
  penalty = nnr.model.penalty (model);
  m = struct ('Loss', loss + penalty, 'DataLoss', loss, 'Penalty', penalty, ...
              'NumMissing', num_missing, 'Decision', nnr.model.decision_text (model));
  for name = fieldnames (of_outputs).'
    m.(name{1}) = of_outputs.(name{1});
  end
  m.StdError = errors;
end

function [X, y, weights, num_missing] = drop_missing (model, X, y, weights)
  missing = nnr.model.missing_rows (model, X);
  num_missing = nnz (missing);
  if (num_missing == rows (X))
    error ('nnreg:badData', 'X has NaN in each of its %s', ...
           nnr.words.count_text (num_missing, 'row'));
  elseif (num_missing > 0)
    weights = nnr.targets.pick_rows (weights, rows (X), ! missing);
    [X, y] = nnr.targets.drop_weightless (X, y, ! missing);
  end
end
