## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## models = nnr.linear.models (rec, points, d, s)
##
## The models of some points of the record REC (nnr.linear.record), a cell row, as nnreg_fit returns
## them. Only what differs from point to point is set for each: on a small table the checks and
## copies of a whole model would take longer than its path.

function models = models (rec, points, d, s)
  [u, c] = deal (nnr.options.unit_penalty (s.Penalty, s.Alpha), centres (d, s));
  ends = cumsum (rec.Counts);
  plain = isempty (s.PenaltyFactor) && u.Group == 0;
  model = template (d, s);
  [task, scales] = deal (s.Task, d.Targets.ResponseScale);
  for k = numel (points):-1:1
    at = points(k);
    lambda = rec.Lambda(at);
    e = ends(at) - rec.Counts(at) + 1:ends(at);
    [W, b] = in_model_units (rec.Index(e), rec.Value(e), rec.Biases(at,:).', c);
    model.Weights = {W};
    model.Biases = {b};
    [model.Lambda1, model.Lambda2, model.LambdaGroup] = deal (u.L1 * lambda, u.L2 * lambda, ...
                                                              u.Group * lambda);
    model.Settings.Lambda = lambda;
    if (plain)
      penalty = model.Lambda1 * sum (abs (W(:))) + model.Lambda2 * sumsq (W(:));
    else
      penalty = nnr.model.penalty (model);
    end
    if (isempty (scales))
      [loss, metric] = deal (rec.Loss(at), rec.PartRight(at,1));
    else
      loss = mean (rec.Loss(at,:) ./ scales .^ 2);
      metric = sqrt (mean (rec.Loss(at,:)));
    end
    model.History = struct ('Epoch', 1, 'Loss', loss + penalty, 'DataLoss', loss, ...
                            'Penalty', penalty, c.Measure, metric, ...
                            'Zeros', 1 - numel (e) / numel (W), 'Seconds', 0);
    models{k} = model;
  end
end

## What turns the record's numbers into the model's.
function c = centres (d, s)
  t = d.Targets;
  c = struct ('Size', [t.NumOutputs, d.Data.NumInputs], 'Factor', [], 'Shift', [], ...
              'Mean', 0, 'Scale', 1, 'Balanced', [], ...
              'Measure', nnr.train.measure_name (s.Task), 'Intercept', s.Intercept, ...
              'Precision', s.Precision);
  if (! isempty (t.ResponseScale))
    [c.Mean, c.Scale] = deal (t.ResponseMean(:), t.ResponseScale(:));
  end
  ## The record is about (x - offset) / unit.
  [offset, unit] = deal (d.Found.Mean, d.Found.Scale);
  [average, scale] = deal (d.Mean, d.Scale);
  if (isempty (scale))
    [average, scale] = deal (zeros (size (offset)), ones (size (unit)));
  end
  if (! (isequal (average, offset) && isequal (scale, unit)))
    [c.Factor, c.Shift] = deal ((scale ./ unit).', ((average - offset) ./ unit).');
  end
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  if (strcmp (s.Task, 'classification'))
    c.Balanced = struct ('Lambda1', u.L1, 'Lambda2', u.L2, 'Group', u.Group);
  end
end

function [W, b] = in_model_units (index, value, b, c)
  W = zeros (c.Size);
  W(index) = value;
  if (! isempty (c.Factor))
    b += W * c.Shift.';
    W .*= c.Factor;
  end
  if (isempty (c.Balanced))
    [W, b] = deal (W ./ c.Scale, (b - c.Mean) ./ c.Scale);
  elseif (rows (W) > 2)
    W = nnr.train.centre_classes (W, c.Balanced);
  end
  if (! c.Intercept)
    b(:) = 0;
  end
  if (strcmp (c.Precision, 'single'))
    [W, b] = deal (single (W), single (b));
  end
end

function model = template (d, s)
  network = nnr.model.make_network (s, d.Data.NumInputs, d.Targets.NumOutputs);
  none = struct ('Lambda1', 0, 'Lambda2', 0, 'Group', 0);
  theta = zeros (nnr.model.count_parameters (network.Sizes), 1, s.Precision);
  model = nnr.train.make_model (theta, struct ('Network', network, 'Penalty', none), d, s, []);
end
