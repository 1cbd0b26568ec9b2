## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.search.score_of (score, model, X, y, weights)
##
## The SCORE (an entry of Scores of nnr.search.scores) of a model on data that nnr.model.read_rows
## has read.

function value = score_of (score, model, X, y, weights)
  if (! is_function_handle (score.Function))
    value = nnr.metrics.score_value (nnr.metrics.evaluate (model, X, y, weights, false), ...
                                     score.Name);
    return
  end
  [yhat, outputs] = nnr.model.predict (model, X, false, nnr.args.check_threads ([]));
  truth = nnr.model.truth (model, y, rows (X));
  if (strcmp (model.Task, 'classification'))
    truth = model.ClassNames(truth,:);
  end
  value = nnr.metrics.call_score (score.Function, truth, yhat, outputs, weights);
end
