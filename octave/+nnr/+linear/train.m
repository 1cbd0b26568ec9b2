## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [theta, row, found] = nnr.linear.train (problem, source, fit, s)
##
## A training of packed data to its optimum: what the trainings of the core give, the parameters
## THETA and a ROW of nnr.core.epoch_columns, for the PROBLEM of nnr.train.make_problem. SOURCE
## (nnr.linear.data_source) has the same data as they were given, and FIT (nnr.train.scale_data)
## their scales. S are the settings, whose Solver is "coordinate". FOUND is what nnr.linear.optimum
## returns, with the Model in the units of the packed data.

function [theta, row, found] = train (problem, source, fit, s)
  began = tic ();
  learns = double (problem.Train.Rows(:)) + 1;
  [X, d] = data_of (source, fit, learns, s);
  found = nnr.linear.optimum (X, d, s);
  theta = nnr.model.unroll_weights (found.Model.Weights, found.Model.Biases, s.Precision);
  row = measured (problem, theta, found.Model.History, s);
  c = nnr.core.epoch_columns ();
  row(c.Seconds) = toc (began);
end

## X and all that nnr.linear.problem asks for. The samples that the training does not learn from
## have the weight 0.
function [X, d] = data_of (source, fit, learns, s)
  [X, found] = deal (source.X, source.Found);
  if (! isempty (learns) && ! isempty (nnr.table.of (s)))
    [X, same] = nnr.table.of_rows (X, nnr.table.of (s), learns);
    if (! same)
      found = nnr.data.scan ('X', X, true, 'double', s.Threads, fit.Targets.SampleWeights);
    end
  end
  d = struct ('Data', struct ('NumSamples', rows (X), 'NumInputs', columns (X), 'Offset', []), ...
              'Targets', fit.Targets, 'Found', found, 'Mean', [], 'Scale', [], 'Inputs', [], ...
              'NumInputs', []);
  [d.Mean, d.Scale] = nnr.data.packed_scales (fit);
  if (! isempty (learns))
    d.Targets.Weights = nnr.data.row_weights (rows (X), learns, d.Targets.Weights);
  end
end

## What the core's row says of an epoch, of the optimum.
function row = measured (problem, theta, history, s)
  c = nnr.core.epoch_columns ();
  row = NaN (1, c.Count);
  [row(c.DataLoss), row(c.Metric)] = judged (problem.Network, theta, problem.Train, s);
  if (! isempty (problem.Validation))
    [row(c.ValDataLoss), row(c.ValMetric)] = judged (problem.Network, theta, ...
                                                     problem.Validation, s);
  end
  [row(c.Penalty), row(c.Zeros)] = deal (history.Penalty, history.Zeros);
end

## The data loss of some samples, and the share of right labels, or the squared error.
function [loss, metric] = judged (network, theta, samples, s)
  loss = nnr.train.data_loss (network, theta, samples, s);
  [w, wanted] = nnr.targets.relative_weights (samples, samples.Weights, ...
                                              double (samples.Rows(:)) + 1);
  outputs = nnr.model.packed_outputs (network, theta, samples.Data, wanted, s.Threads);
  if (strcmp (s.Task, 'classification'))
    [~, guess] = max (outputs, [], 2);
    metric = w.' * (guess == double (samples.Labels(wanted)(:)) + 1);
  else
    rest = (double (outputs) - double (samples.Responses(:,wanted).')) .* samples.Scales(:).';
    metric = w.' * (sum (rest .^ 2, 2) / columns (rest));
  end
end
