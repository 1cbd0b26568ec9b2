## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## models = nnr.linear.models (rec, points, d, s)
##
## The models of some points of the record REC (nnr.linear.record), a cell row, as nnreg_fit returns
## them. All that can be done for all points at once is: on a small table the models would take
## longer than the solver, if each were made by itself.

function models = models (rec, points, d, s)
  lambdas = rec.Lambda(points(:));
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  f = figures (rec, points(:), d, s, u);
  penalty.Lambda1 = num2cell (u.L1 * lambdas.');
  penalty.Lambda2 = num2cell (u.L2 * lambdas.');
  penalty.Group = num2cell (u.Group * lambdas.');
  own_lambdas = {lambdas};
  if (! u.InObjective)          # relaxed models are without a penalty
    own_lambdas = {};
  end
  models = nnr.train.describe_models (num2cell (weight_matrices (f)), ...
                                      num2cell (num2cell (f.Biases, 1)), penalty, d, s, ...
                                      num2cell (histories (f, lambdas, s)), own_lambdas{:});
  models = num2cell (models);
  if (! isempty (s.PenaltyFactor) || u.Group > 0)
    models = cellfun (@with_penalty, models, 'UniformOutput', false);
  end
end

function weights = weight_matrices (f)
  most = 2 ^ 22;                # numbers at once
  step = max (1, floor (most / numel (f.Empty)));
  weights = {};
  for k = 1:step:numel (f.First)
    last = min (k + step - 1, numel (f.First));
    e = f.First(k):f.Last(last);
    W = zeros ([size(f.Empty), last - k + 1], class (f.Empty));
    W(f.Index(e) + numel (f.Empty) * (f.Owner(e) - k)) = f.Value(e);
    if (! isempty (f.Centring))
      W = nnr.train.centre_classes (W, f.Centring);
    end
    weights = [weights, reshape(num2cell (W, [1, 2]), 1, [])];
  end
end

## The row of each model's training, a struct array.
function h = histories (f, lambdas, s)
  penalty = lambdas .* f.Penalty;
  h = struct ('Epoch', 1, 'Loss', num2cell (f.Loss + penalty).', ...
              'DataLoss', num2cell (f.Loss).', 'Penalty', num2cell (penalty).', ...
              nnr.train.measure_name (s.Task), num2cell (f.Metric).', ...
              'Zeros', num2cell (f.Zeros).', 'Seconds', num2cell (f.Seconds).');
end

## Factors and groups are not in the figures.
function model = with_penalty (model)
  model.History.Penalty = nnr.model.penalty (model);
  model.History.Loss = model.History.DataLoss + model.History.Penalty;
end

## Numbers of the points: their entries First .. Last in Index and Value, Biases (K-by-n) and rows
## for the history, in the model's units. Penalty is for Lambda 1, U of nnr.options.unit_penalty.
function f = figures (rec, points, d, s, u)
  t = d.Targets;
  num_outputs = t.NumOutputs;
  ends = cumsum (rec.Counts);
  before = ends(points(1)) - rec.Counts(points(1));
  entries = before + 1:ends(points(end));
  index = rec.Index(entries);
  value = rec.Value(entries);
  b = rec.Biases(points,:).';
  f.Last = ends(points) - before;
  f.First = f.Last - rec.Counts(points) + 1;
  owner = repelems (1:numel (points), [1:numel(points); rec.Counts(points).']).';
  output = mod (index - 1, num_outputs) + 1;
  input = (index - output) / num_outputs + 1;
  [factor, shift] = units_of (d);
  if (! isempty (factor))
    b += sparse (output, owner, value .* shift(input), rows (b), columns (b));
    value .*= factor(input);
  end
  if (isempty (t.ResponseScale))
    f.Loss = rec.Loss(points);
    f.Metric = rec.PartRight(points,1);
  else
    scale = t.ResponseScale(:);
    value ./= scale(output);
    b = (b - t.ResponseMean(:)) ./ scale;
    f.Loss = sum (rec.Loss(points,:) ./ t.ResponseScale .^ 2, 2) / num_outputs;
    f.Metric = sqrt (sum (rec.Loss(points,:), 2) / num_outputs);
  end
  f.Penalty = full (sparse (owner, 1, u.L1 * abs (value) + u.L2 * value .^ 2, numel (points), 1));
  all = num_outputs * d.Data.NumInputs;
  f.Zeros = (all - rec.Counts(points)) / all;
  f.Seconds = rec.Seconds(points);
  f.Index = index;
  f.Owner = owner;
  f.Value = in_precision (value, s);
  f.Biases = in_precision (b * s.Intercept, s);
  f.Empty = zeros (num_outputs, d.Data.NumInputs, s.Precision);
  f.Centring = [];              # what nnr.train.centre_classes needs, if there is something to do
  if (isempty (t.ResponseScale) && num_outputs > 2)
    f.Centring = struct ('Lambda1', u.L1, 'Lambda2', u.L2, 'Group', u.Group, ...
                         'Factors', s.PenaltyFactor);
  end
end

## The record is about (x - offset) / unit, the model about (x - Mean) / Scale: its weights are
## factor times the record's, and its biases get shift times these. Empty if that is the same.
function [factor, shift] = units_of (d)
  offset = d.Found.Mean;
  unit = d.Found.Scale;
  average = d.Mean;
  scale = d.Scale;
  factor = [];
  shift = [];
  if (isempty (scale))
    average = zeros (size (offset));
    scale = ones (size (unit));
  end
  if (any (average != offset) || any (scale != unit))
    factor = scale ./ unit;
    shift = (average - offset) ./ unit;
  end
end

function values = in_precision (values, s)
  exact = values;
  values = feval (s.Precision, values);
  if (any (isinf (values(:))))
    error ('nnreg:badData', ['the weights of the model (up to %.3g) are too large for ' ...
                             '"Precision", "%s"; give "double", or X and y in other units'], ...
           max (abs (exact(:))), s.Precision);
  end
end
