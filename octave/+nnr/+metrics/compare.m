## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## m = nnr.metrics.compare (ytrue, ypred, scores, opts)
##
## Predictions compared with the truth: the struct that nnreg_metrics returns. OPTS has Task,
## ClassNames and Weights as the user gave them.

function m = compare (ytrue, ypred, scores, opts)
  if (strcmp (opts.Task, 'classification'))
    m = compare_classes (ytrue, ypred, scores, opts);
  else
    m = compare_responses (ytrue, ypred, scores, opts);
  end
end

function m = compare_classes (ytrue, ypred, scores, opts)
  classes = find_classes (ytrue, ypred, opts.ClassNames);
  num_samples = count_labels (ytrue);
  itrue = nnr.targets.class_indices ('ytrue', ytrue, classes, num_samples);
  ipred = nnr.targets.class_indices ('ypred', ypred, classes, num_samples);
  weights = nnr.targets.metric_weights (opts.Weights, num_samples);
  scores = nnr.metrics.check_scores (scores, num_samples, rows (classes));
  warn_unless_probabilities (scores);
  m = nnr.metrics.classification_metrics (classes, itrue, ipred, scores, weights);
end

function m = compare_responses (ytrue, ypred, scores, opts)
  if (! isempty (scores))
    error ('nnreg:badArgument', 'a regression has no scores, got %s', ...
           nnr.words.show_value (scores));
  elseif (! isempty (opts.ClassNames))
    error ('nnreg:badArgument', 'a regression has no ClassNames, got %s', ...
           nnr.words.show_value (opts.ClassNames));
  end
  Y = nnr.targets.response_matrix ('ytrue', ytrue, []);
  Yhat = nnr.targets.response_matrix ('ypred', ypred, size (Y));
  m = nnr.metrics.regression_metrics (Y, Yhat, nnr.targets.metric_weights (opts.Weights, rows (Y)));
end

function classes = find_classes (ytrue, ypred, given)
  if (! isempty (given))
    classes = nnr.targets.label_column ('ClassNames', given);
    if (numel (unique (classes)) < numel (classes))
      error ('nnreg:badArgument', 'ClassNames must all be different');
    end
  elseif (is_one_hot (ytrue))
    classes = (1:columns (ytrue)).';
  else
    first = nnr.targets.label_column ('ytrue', ytrue);
    second = nnr.targets.label_column ('ypred', ypred);
    advice = ', or, if this is a class, name all classes with "ClassNames"';
    nnr.targets.refuse_missing ('ytrue', first, nnr.targets.is_missing (first), advice);
    nnr.targets.refuse_missing ('ypred', second, nnr.targets.is_missing (second), advice);
    nnr.targets.check_few_classes ('ytrue', first, rows (unique (first)));
    if (iscellstr (first) != iscellstr (second))
      error ('nnreg:badData', 'ytrue and ypred must hold labels of one type, got %s and %s', ...
             nnr.words.show_value (ytrue), nnr.words.show_value (ypred));
    elseif (! strcmp (class (first), class (second)))
      ## Joined as they are, integers would round the other type's numbers.
      [first, second] = deal (double (first), double (second));
    end
    classes = unique ([first; second]);
  end
end

function yes = is_one_hot (y)
  yes = (isnumeric (y) || islogical (y)) && ndims (y) == 2 && all (size (y) > 1);
end

function n = count_labels (y)
  if (is_one_hot (y) || ischar (y))
    n = rows (y);
  else
    n = numel (y);
  end
end

function warn_unless_probabilities (scores)
  if (isempty (scores))
    return
  end
  [bad, column] = find (scores < 0 | scores > 1, 1);
  if (! isempty (bad))
    nnr.words.warn ('nnreg:notProbabilities', ...
                    ['the scores are not probabilities (row %d has %g), so LogLoss, Brier, ' ...
                     'Reliability and ECE are NaN'], bad, scores(bad,column));
    return
  end
  total = sum (scores, 2, 'double');
  bad = find (abs (total - 1) > sqrt (eps (class (scores))), 1);
  if (! isempty (bad))
    nnr.words.warn ('nnreg:notNormalized', ...
                    ['the scores of a row should sum to 1, row %d sums to %g; LogLoss takes ' ...
                     'them as they are'], bad, total(bad));
  end
end
