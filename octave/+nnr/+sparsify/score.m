## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.sparsify.score (t, model, d)
##
## The score of a MODEL of the settings T (nnr.sparsify.open) on the rows held out, by the rule of
## searches: Accuracy, RMSE, or with a robust loss the mean absolute error over the responses. D
## are the packed data of its training.

function value = score (t, model, d)
  if (! strcmp (t.ScoreName, 'MeanMAE'))
    value = model.History.(['Val', t.ScoreName])(end);
    return
  end
  [~, problem, theta] = nnr.sparsify.held_out (t, model, d);
  [errors, ~, weights] = nnr.train.training_errors (theta, problem, t.Settings);
  value = mean (weights.' * abs (errors) .* t.Data.Targets.ResponseScale(:).');
end
