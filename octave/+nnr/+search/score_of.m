## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.search.score_of (score, model, data, some)
##
## The SCORE (an entry of Scores of nnr.search.scores) of a model on the rows SOME of the DATA: a
## struct with RowsOf (rows), which returns the user's data in these rows
## (nnr.train.source_rows), Y, NumSamples and Weights ([]: all 1) of all rows.

function value = score_of (score, model, data, some)
  X = nnr.model.read_rows (model, data.RowsOf (some), {});
  y = nnr.targets.pick_rows (data.Y, data.NumSamples, some);
  weights = data.Weights;
  if (! isempty (weights))
    weights = weights(some);
  end
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
