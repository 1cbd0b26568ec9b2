## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.targets.make (y, num_samples, s)
##
## What a training with the settings S should map the samples to, from y:
##
##   Labels         classification: int32, from 0
##   ClassNames     the classes: those of S in their order, or those in y, sorted
##   Y              regression: the responses in the user's units, N-by-R
##   Responses      the same, R-by-N, standardised by
##   ResponseMean, ResponseScale  (1-by-R); Scales is the latter as a column
##   Thresholds     of a loss that is not the squared error (nnr.train.with_thresholds), else []
##   SampleWeights  N-by-1, or [] if all weigh the same
##   Weights        the same times the class weights
##   NumOutputs     K or R

function t = make (y, num_samples, s)
  t = struct ('Labels', [], 'Responses', [], 'Scales', [], 'Weights', [], ...
              'SampleWeights', [], 'ClassNames', [], 'Y', [], 'ResponseMean', [], ...
              'ResponseScale', [], 'Thresholds', [], 'NumOutputs', []);
  if (! nnr.args.is_none (s.Weights))
    t.Weights = near_one (nnr.targets.metric_weights (s.Weights, num_samples));
  end
  t.SampleWeights = t.Weights;
  if (strcmp (s.Task, 'classification'))
    [t.ClassNames, idx] = nnr.targets.encode_labels (y, num_samples, s.ClassNames);
    t.Labels = int32 (idx - 1);
    t.NumOutputs = rows (t.ClassNames);
    t.Weights = with_class_weights (t.Weights, s.ClassWeights, idx, t.NumOutputs);
    return;
  end
  for name = {'ClassWeights', 'ClassNames'}
    if (! isempty (s.(name{1})))
      error ('nnreg:badArgument', '%s need Task "classification"', name{1});
    end
  end
  t.Y = nnr.targets.response_rows (y, num_samples);
  t.NumOutputs = columns (t.Y);
  t = nnr.targets.standardise (t, [], s);
end

## Scales weights, since only their ratios count: so tiny ones do not vanish, and the sum of huge
## ones does not overflow.
function w = near_one (w)
  w /= nnr.targets.power_of_two (w);
end

function w = with_class_weights (w, wanted, idx, num_classes)
  if (nnr.args.is_none (wanted))
    return;
  end
  if (isempty (w))
    w = ones (numel (idx), 1);
  end
  by_class = class_weights (wanted, w, idx, num_classes);
  w .*= near_one (by_class)(idx);
  if (! any (w))
    error ('nnreg:badArgument', 'with these ClassWeights all samples weigh 0');
  end
end

## K-by-1. "balanced" is scikit-learn's rule N / (K * count), where a sample of weight 2 counts
## twice: all classes have the same weight in total.
function w = class_weights (wanted, samples, idx, num_classes)
  if (ischar (wanted))
    nnr.args.check_choice ('ClassWeights', wanted, {'balanced'});
    counts = accumarray (idx, samples, [num_classes, 1]);
    w = zeros (num_classes, 1);
    w(counts > 0) = sum (samples) ./ (nnz (counts) * counts(counts > 0));
    return;
  end
  ok = isnumeric (wanted) && isreal (wanted) && numel (wanted) == num_classes ...
       && isvector (wanted) && all (wanted(:) >= 0 & wanted(:) < Inf) && any (wanted(:) > 0);
  if (! ok)
    error ('nnreg:badArgument', ['ClassWeights must be "balanced" or %d nonnegative numbers, ' ...
                                 'one a class, got %s'], ...
           num_classes, nnr.words.show_value (wanted));
  end
  w = double (full (wanted(:)));
end
