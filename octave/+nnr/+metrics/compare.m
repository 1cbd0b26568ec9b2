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
  one_hot = is_one_hot (ytrue);
  num_samples = numel (ytrue);
  if (one_hot || ischar (ytrue))
    num_samples = rows (ytrue);
  end
  weights = nnr.targets.metric_weights (opts.Weights, num_samples);
  nnr.targets.warn_of_weights (weights, [], 'ytrue');
  [num_samples, weights, ytrue, ypred, scores] = drop_weightless (weights, num_samples, ytrue, ...
                                                                  ypred, scores);
  classes = classes_of_truth (ytrue, one_hot, opts.ClassNames);
  named = ! isempty (opts.ClassNames);
  [given, check] = nnr.metrics.given_scores (ypred, num_samples, classes, named || one_hot);
  if (isempty (given))
    if (! (named || one_hot))
      classes = joined_classes (ytrue, ypred);
    end
    ipred = nnr.targets.class_indices ('ypred', ypred, classes, num_samples);
    scores = nnr.metrics.check_scores (scores, num_samples, rows (classes));
  elseif (! isempty (scores))
    error ('nnreg:badData', 'ypred must hold labels beside scores, got probabilities');
  else
    scores = given;
    ipred = [];                 # of the highest scores
  end
  itrue = nnr.targets.class_indices ('ytrue', ytrue, classes, num_samples);
  [m, found] = nnr.metrics.classification_metrics (classes, itrue, ipred, scores, weights, ...
                                                   nnr.args.check_threads ([]));
  check (found);
  bad = find (! isfinite (found.Total), 1);
  if (! isempty (bad))
    error ('nnreg:badData', 'scores must be finite, row %d is not', bad);
  end
  warn_unless_probabilities (scores, found);
end

function m = compare_responses (ytrue, ypred, scores, opts)
  if (! isempty (scores))
    error ('nnreg:badArgument', 'a regression has no scores, got %s', ...
           nnr.words.show_value (scores));
  elseif (! isempty (opts.ClassNames))
    error ('nnreg:badArgument', 'a regression has no ClassNames, got %s', ...
           nnr.words.show_value (opts.ClassNames));
  end
  weights = nnr.targets.metric_weights (opts.Weights, rows (ytrue));
  nnr.targets.warn_of_weights (weights, [], 'ytrue');
  [~, weights, ytrue, ypred] = drop_weightless (weights, rows (ytrue), ytrue, ypred);
  Y = nnr.targets.response_matrix ('ytrue', ytrue, []);
  Yhat = nnr.targets.response_matrix ('ypred', ypred, size (Y));
  m = nnr.metrics.regression_metrics (Y, Yhat, weights);
end

## Without the rows of weight 0, whatever they hold. Arguments of a wrong size stay as they are: the
## checks refuse them.
function [num_samples, weights, varargout] = drop_weightless (weights, num_samples, varargin)
  varargout = varargin;
  fits = @(y) isempty (y) || rows (y) == num_samples || ...
              (isvector (y) && numel (y) == num_samples);
  if (isempty (weights) || all (weights) || ! all (cellfun (fits, varargin)))
    return
  end
  kept = find (weights);
  pick = @(y) nnr.targets.pick_rows (y, num_samples, kept);
  varargout = cellfun (pick, varargin, 'UniformOutput', false);
  weights = weights(kept);
  num_samples = numel (kept);
end

## The user's ClassNames, or the classes of the truth.
function classes = classes_of_truth (ytrue, one_hot, given)
  if (! isempty (given))
    classes = nnr.targets.label_column ('ClassNames', given);
    if (numel (unique (classes)) < numel (classes))
      error ('nnreg:badArgument', 'ClassNames must all be different');
    end
  elseif (one_hot)
    classes = (1:columns (ytrue)).';
  elseif (islogical (ytrue))
    classes = [false; true];
  else
    labels = known_labels ('ytrue', ytrue);
    classes = unique (labels);
    nnr.targets.check_few_classes ('ytrue', labels, rows (classes));
  end
end

## The classes of truth and predictions.
function classes = joined_classes (ytrue, ypred)
  first = known_labels ('ytrue', ytrue);
  second = known_labels ('ypred', ypred);
  if (iscellstr (first) != iscellstr (second))
    error ('nnreg:badData', 'ytrue and ypred must hold labels of one type, got %s and %s', ...
           nnr.words.show_value (ytrue), nnr.words.show_value (ypred));
  elseif (! strcmp (class (first), class (second)))
    ## Joined as they are, integers would round the other type's numbers.
    [first, second] = deal (double (first), double (second));
  end
  classes = unique ([first; second]);
  warn_unless_labels (first, second);
  if (isfloat (first) && ! any (ismember (first, second)) && any (first != fix (first)))
    odd = find (first != fix (first), 1);
    error ('nnreg:badData', ['ytrue and ypred have no label in common: ytrue must be the ' ...
                             'truth, but row %d has %g; other labels need "ClassNames"'], ...
           odd, first(odd));
  end
end

## Percentages or bytes in place of labels have nearly nothing in common with the truth.
function warn_unless_labels (truth, guesses)
  if (iscellstr (truth))
    return
  end
  known = unique (truth);
  others = unique (guesses(! ismember (guesses, known)));
  if (numel (others) > numel (known))
    nnr.words.warn ('nnreg:labels', ['ypred has %s that are not in ytrue, such as %g: are they ' ...
                                     'scores? Give labels as ypred, and probabilities as the ' ...
                                     'third argument'], ...
                    nnr.words.count_text (numel (others), 'label'), others(1));
  end
end

## Labels, none of them missing.
function labels = known_labels (argument, y)
  labels = nnr.targets.label_column (argument, y);
  nnr.targets.refuse_missing (argument, labels, nnr.targets.is_missing (labels), ...
                              ', or, if this is a class, name all classes with "ClassNames"');
end

function yes = is_one_hot (y)
  yes = (isnumeric (y) || islogical (y)) && ndims (y) == 2 && all (size (y) > 1);
end

function warn_unless_probabilities (scores, found)
  if (isempty (scores))
    return
  elseif (! found.Probable)
    [bad, column] = find (scores < 0 | scores > 1, 1);
    nnr.words.warn ('nnreg:notProbabilities', ...
                    ['the scores are not probabilities (row %d has %g), so LogLoss, Brier, ' ...
                     'Reliability and ECE are NaN'], bad, scores(bad,column));
    return
  end
  bad = find (! nnr.metrics.is_one (found.Total), 1);
  if (! isempty (bad))
    nnr.words.warn ('nnreg:notNormalized', ...
                    ['the scores of a row should sum to 1, row %d sums to %g; LogLoss takes ' ...
                     'them as they are'], bad, found.Total(bad));
  end
end
