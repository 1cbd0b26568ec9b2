## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## values = nnr.queue.score_job (scores, fit, truth, job, theta, threads)
##
## The values of those SCORES that the core does not measure itself, for a finished JOB with the
## parameters THETA on the samples of its fold. FIT has the packed data and targets, TRUTH the
## responses of a regression in the user's units.

function values = score_job (scores, fit, truth, job, theta, threads)
  rows_out = double (job.Problem.Validation.Rows(:)) + 1;
  outputs = nnr.model.packed_outputs (job.Problem.Network, theta, fit.Data, rows_out, threads);
  weights = fit.Targets.SampleWeights;
  if (! isempty (weights))
    weights = weights(rows_out);
  end
  if (strcmp (job.Settings.Task, 'classification'))
    itrue = double (fit.Targets.Labels(rows_out)(:)) + 1;
    [~, ipred] = max (outputs, [], 2);
    [y, yhat] = deal (fit.Targets.ClassNames(itrue,:), fit.Targets.ClassNames(ipred,:));
    metrics = @() nnr.metrics.classification_metrics (fit.Targets.ClassNames, itrue, ipred, ...
                                                      outputs, weights, threads);
  else
    y = truth(rows_out,:);
    yhat = double (outputs) .* fit.Targets.ResponseScale + fit.Targets.ResponseMean;
    outputs = yhat;
    metrics = @() nnr.metrics.regression_metrics (y, yhat, weights);
  end
  c = nnr.core.epoch_columns ();
  own = scores([scores.Column] >= c.Measures);
  values = NaN (1, numel (own));
  found = [];
  for k = 1:numel (own)
    if (is_function_handle (own(k).Function))
      values(k) = nnr.metrics.call_score (own(k).Function, y, yhat, outputs, weights);
      continue;
    elseif (isempty (found))
      found = metrics ();
    end
    values(k) = nnr.metrics.score_value (found, own(k).Name);
  end
end
