## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## models = nnr.linear.models (rec, points, d, s)
##
## The models of some points of the record REC (nnr.linear.record), a cell row, as nnreg_fit returns
## them. All that can be computed for all points at once is, and each model is a copy of one: on a
## small table the points take longer here than in the solver.

function models = models (rec, points, d, s)
  f = figures (rec, points(:), d, s);
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  measure = nnr.train.measure_name (s.Task);
  model = template (d, s);
  plain = isempty (s.PenaltyFactor) && u.Group == 0;
  for k = numel (points):-1:1
    lambda = rec.Lambda(points(k));
    W = f.Empty;
    e = f.First(k):f.Last(k);
    W(f.Index(e)) = f.Value(e);
    if (f.Centred)
      W = nnr.train.centre_classes (W, f.Centring);
    end
    model.Weights = {W};
    model.Biases = {f.Biases(:,k)};
    model.Lambda1 = u.L1 * lambda;
    model.Lambda2 = u.L2 * lambda;
    model.LambdaGroup = u.Group * lambda;
    model.Settings.Lambda = lambda;
    penalty = lambda * f.Penalty(k);
    if (! plain)
      penalty = nnr.model.penalty (model);
    end
    model.History = struct ('Epoch', 1, 'Loss', f.Loss(k) + penalty, 'DataLoss', f.Loss(k), ...
                            'Penalty', penalty, measure, f.Metric(k), 'Zeros', f.Zeros(k), ...
                            'Seconds', f.Seconds(k));
    models{k} = model;
  end
end

## Numbers of the points: their entries First .. Last in Index and Value, Biases (K-by-n) and rows
## for the history, in the model's units. Penalty is for Lambda 1.
function f = figures (rec, points, d, s)
  t = d.Targets;
  num_outputs = t.NumOutputs;
  ends = cumsum (rec.Counts);
  before = ends(points(1)) - rec.Counts(points(1));
  entries = before + 1:ends(points(end));
  [index, value] = deal (rec.Index(entries), rec.Value(entries));
  b = rec.Biases(points,:).';
  f.Last = ends(points) - before;
  f.First = f.Last - rec.Counts(points) + 1;
  owner = repelems (1:numel (points), [1:numel(points); rec.Counts(points).']).';
  output = mod (index - 1, num_outputs) + 1;
  input = (index - output) / num_outputs + 1;
  [factor, shift] = units_of (d);
  if (! isempty (factor))
    b += accumarray ([output, owner], value .* shift(input), size (b));
    value .*= factor(input);
  end
  if (isempty (t.ResponseScale))
    [f.Loss, f.Metric] = deal (rec.Loss(points), rec.PartRight(points,1));
  else
    scale = t.ResponseScale(:);
    value ./= scale(output);
    b = (b - t.ResponseMean(:)) ./ scale;
    f.Loss = mean (rec.Loss(points,:) ./ t.ResponseScale .^ 2, 2);
    f.Metric = sqrt (mean (rec.Loss(points,:), 2));
  end
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  f.Penalty = accumarray (owner, u.L1 * abs (value) + u.L2 * value .^ 2, size (points));
  all = num_outputs * d.Data.NumInputs;
  f.Zeros = (all - rec.Counts(points)) / all;
  f.Seconds = rec.Seconds(points);
  f.Index = index;
  f.Value = cast (value, s.Precision);
  f.Biases = cast (b * s.Intercept, s.Precision);
  f.Empty = zeros (num_outputs, d.Data.NumInputs, s.Precision);
  f.Centred = isempty (t.ResponseScale) && num_outputs > 2;
  f.Centring = struct ('Lambda1', u.L1, 'Lambda2', u.L2, 'Group', u.Group, ...
                       'Factors', s.PenaltyFactor);
end

## The record is about (x - offset) / unit, the model about (x - Mean) / Scale: its weights are
## factor times the record's, and its biases get shift times these. Empty if that is the same.
function [factor, shift] = units_of (d)
  [offset, unit, average, scale] = deal (d.Found.Mean, d.Found.Scale, d.Mean, d.Scale);
  [factor, shift] = deal ([]);
  if (isempty (scale))
    [average, scale] = deal (zeros (size (offset)), ones (size (unit)));
  end
  if (! (isequal (average, offset) && isequal (scale, unit)))
    [factor, shift] = deal (scale ./ unit, (average - offset) ./ unit);
  end
end

function model = template (d, s)
  network = nnr.model.make_network (s, d.Data.NumInputs, d.Targets.NumOutputs);
  none = struct ('Lambda1', 0, 'Lambda2', 0, 'Group', 0);
  theta = zeros (nnr.model.count_parameters (network.Sizes), 1, s.Precision);
  model = nnr.train.make_model (theta, struct ('Network', network, 'Penalty', none), d, s, []);
end
