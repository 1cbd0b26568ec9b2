## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.targets.make_targets (y, num_samples, s)
##
## What the samples should map to, from y and the settings s: a struct with Labels (int32, from 0)
## or Responses (R-by-N, standardised) and Scales, SampleWeights and, times the class weights,
## Weights, ClassNames, ResponseMean, ResponseScale and NumOutputs.

function t = make_targets (y, num_samples, s)
  t = struct ('Labels', [], 'Responses', [], 'Scales', [], 'Weights', [], ...
              'SampleWeights', [], ...
              'ClassNames', [], 'ResponseMean', [], 'ResponseScale', [], ...
              'NumOutputs', []);
  t.Weights = nnr.targets.metric_weights (s.Weights, num_samples);
  if (! isempty (t.Weights))
    t.Weights = near_one (t.Weights);
  end
  t.SampleWeights = t.Weights;
  if (strcmp (s.Task, 'classification'))
    [t.ClassNames, idx] = nnr.targets.encode_labels (y, num_samples);
    t.Labels = int32 (idx - 1);
    t.NumOutputs = rows (t.ClassNames);
    t.Weights = with_class_weights (t.Weights, s.ClassWeights, idx, ...
                                    t.NumOutputs);
    return;
  end
  if (! isempty (s.ClassWeights))
    error ('nnreg:badArgument', 'ClassWeights need Task "classification"');
  end
  Y = nnr.targets.response_rows (y, num_samples);
  t.NumOutputs = columns (Y);
  t.ResponseMean = zeros (1, t.NumOutputs);
  t.ResponseScale = ones (1, t.NumOutputs);
  if (s.StandardizeY)
    t.ResponseMean = mean (Y, 1);
    scale = std (Y, 0, 1);
    if (! all (isfinite ([t.ResponseMean, scale])))
      error ('nnreg:badData', ['y is too large to be standardised (values up to ' ...
                               '%.3g)'], max (abs (Y(:))));
    end
    unit = power_of_two (Y);           # the squares of tiny ones vanish
    scale = std (Y ./ unit, 0, 1) .* unit;
    varies = scale > 1e-14 * abs (t.ResponseMean);
    t.ResponseScale(varies) = scale(varies);
  end
  t.Scales = t.ResponseScale(:);
  t.Responses = nnr.targets.standard_responses (Y, t, s.Precision);
end

## Only the ratios of weights count; so scaled, tiny ones do not vanish and huge ones add up.
function w = near_one (w)
  w /= power_of_two (w);
end

## Of each column, about its largest absolute value; 1 where all are 0.
function unit = power_of_two (x)
  largest = max (abs (x), [], 1);
  unit = ones (size (largest));
  unit(largest > 0) = 2 .^ floor (log2 (largest(largest > 0)));
end

function w = with_class_weights (w, wanted, idx, num_classes)
  if (isnumeric (wanted) && isempty (wanted))
    return;
  end
  by_class = nnr.targets.class_weights (wanted, idx, num_classes);
  if (isempty (w))
    w = ones (numel (idx), 1);
  end
  w .*= near_one (by_class)(idx);
  if (! any (w))
    error ('nnreg:badArgument', 'with these ClassWeights all samples weigh 0');
  end
end
