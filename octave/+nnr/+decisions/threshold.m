## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [model, info] = nnr.decisions.threshold (args)
##
## What nnreg_threshold returns for its arguments ARGS.

function [model, info] = threshold (args)
  h = [];
  alone = isfield (args{1}, 'Biases') && (isscalar (args) || ischar (args{2}));
  if (alone)
    nnr.model.check ('the first argument', args{1});
    [model, args] = deal (args{1}, args(2:end));
  else
    [model, h, args] = nnr.decisions.held_out (args);
  end
  if (! (strcmp (model.Task, 'classification') && rows (model.ClassNames) == 2))
    error ('nnreg:badArgument', 'a threshold is for two classes, the model has %s', ...
           what_it_has (model));
  end
  defaults = struct ('Metric', [], 'Cost', [], 'Recall', [], 'Precision', [], 'Threshold', [], ...
                     'PositiveClass', [], 'Select', [], 'Weights', []);
  opts = nnr.args.parse_options (defaults, args);
  class = positive_class (model, opts.PositiveClass);
  rule = the_rule (opts);
  if (! alone)
    check_scores (model, rule);
    info = chosen_cut (model, h, class, opts, rule);
  elseif (strcmp (rule, 'Threshold'))
    info = struct ('Threshold', given_threshold (opts.Threshold), 'Rule', 'as given');
  else
    error ('nnreg:badArgument', ['give the result of nnreg_gridsearch or nnreg_path, or a ' ...
                                 'model with X and y of rows that it was not trained on']);
  end
  [model.Threshold, model.PositiveClass] = deal (info.Threshold, class);
  model.ThresholdRule = info.Rule;
end

## The scores out of fold of a model without inputs differ by fold alone; all its own are the same.
function check_scores (model, rule)
  if (any (cellfun (@nnz, model.Weights) == 0) && ! strcmp (rule, 'Threshold'))
    error ('nnreg:badArgument', ['the model predicts the same for every x, so no threshold can ' ...
                                 'divide rows; take a smaller Lambda, or another point of the ' ...
                                 'path']);
  end
end

function t = given_threshold (t)
  t = nnr.args.check_scalar ('Threshold', t, 'number from 0 to 1');
end

function text = what_it_has (model)
  text = 'responses';
  if (strcmp (model.Task, 'classification'))
    text = sprintf ('%d', rows (model.ClassNames));
  end
end

## 1 or 2; the second if it is not given.
function class = positive_class (model, wanted)
  class = 2;
  if (isempty (wanted) && ! ischar (wanted))
    return
  end
  try
    class = nnr.targets.class_indices ('PositiveClass', wanted, model.ClassNames, 1);
  catch
    names = nnr.words.label_texts (model.ClassNames, 20);
    error ('nnreg:badArgument', 'PositiveClass must be %s or %s, got %s', names{:}, ...
           nnr.words.show_value (wanted));
  end
end

function name = the_rule (opts)
  names = {'Metric', 'Cost', 'Recall', 'Precision', 'Threshold'};
  there = names(cellfun (@(name) ! isempty (opts.(name)), names));
  if (numel (there) != 1)
    got = merge (isempty (there), 'none', strjoin (there, ' and '));
    error ('nnreg:badArgument', ['give one of Metric, Cost, Recall, Precision and Threshold, ' ...
                                 'got %s'], got);
  end
  name = there{1};
end

function info = chosen_cut (model, h, class, opts, rule)
  scores = h.Scores;
  if (isfield (model, 'Temperature'))
    scores = nnr.decisions.tempered (scores, model.Temperature);
  end
  positive = h.Truth == class;
  if (all (positive(h.Weights > 0)) || ! any (positive & h.Weights > 0))
    error ('nnreg:badData', 'the held-out rows are all of one class, so no cut can be judged');
  end
  c = nnr.decisions.cuts (scores(:,class), positive, h.Weights);
  c.Recall = c.TP ./ (c.TP + c.FN);
  c.Precision = c.TP ./ (c.TP + c.FP);
  c.F1 = 2 * c.TP ./ (2 * c.TP + c.FP + c.FN);
  rules = struct ('Metric', @by_metric, 'Cost', @by_cost, 'Recall', @by_recall, ...
                  'Precision', @by_precision, 'Threshold', @by_threshold);
  [at, words] = rules.(rule) (c, opts.(rule), class);
  info = struct ('Threshold', c.Threshold(at), 'Recall', c.Recall(at), ...
                 'Precision', c.Precision(at), 'F1', c.F1(at), ...
                 'Confusion', confusion (c, at, class), ...
                 'Rule', sprintf ('%s, of %s', words, h.What));
  if (strcmp (rule, 'Threshold'))
    [info.Threshold, info.Rule] = deal (opts.Threshold, 'as given');
  end
end

function C = confusion (c, at, class)
  C = [c.TN(at), c.FP(at); c.FN(at), c.TP(at)];
  if (class == 1)
    C = rot90 (C, 2);
  end
end

function [at, words] = by_metric (c, name, ~)
  name = nnr.args.check_choice ('Metric', name, {'F1', 'Accuracy', 'BalancedAccuracy'});
  switch (name)
    case 'F1'
      value = c.F1;
    case 'Accuracy'
      value = (c.TP + c.TN) / (c.TP(end) + c.FP(end));
    case 'BalancedAccuracy'
      value = (c.Recall + c.TN ./ (c.TN + c.FP)) / 2;
  end
  at = nearest_best (c, value);
  words = sprintf ('the best %s, %.4g', name, value(at));
end

## COST is rows true, columns predicted, or the costs of a false positive and a false negative.
function [at, words] = by_cost (c, cost, class)
  ok = isnumeric (cost) && isreal (cost) && all (isfinite (cost(:))) ...
       && (numel (cost) == 2 || isequal (size (cost), [2, 2]));
  if (ok && numel (cost) == 4)
    other = 3 - class;
    costs = cost([other + 2 * (class - 1), class + 2 * (other - 1), class + 2 * (class - 1), ...
                  other + 2 * (other - 1)]);
  elseif (ok)
    costs = [cost(:).', 0, 0];
  end
  if (! (ok && costs(1) > costs(4) && costs(2) > costs(3)))
    error ('nnreg:badArgument', ['Cost must be the costs of a false positive and a false ' ...
                                 'negative, or a 2x2 matrix (rows true, columns predicted) in ' ...
                                 'which mistakes cost more than right answers, got %s'], ...
           nnr.words.show_value (cost));
  end
  total = [c.FP, c.FN, c.TP, c.TN] * double (costs(:)) / (c.TP(end) + c.FP(end));
  at = nearest_best (c, -total);
  words = sprintf ('the least mean cost, %.4g', total(at));
end

## The highest cut that reaches the recall: it has the least false positives.
function [at, words] = by_recall (c, wanted, ~)
  wanted = share ('Recall', wanted);
  at = find (c.Recall >= wanted * (1 - 1e-12), 1);
  words = sprintf ('recall %.4g at least, with precision %.4g', wanted, c.Precision(at));
end

## The lowest cut that reaches the precision: it has the highest recall.
function [at, words] = by_precision (c, wanted, ~)
  wanted = share ('Precision', wanted);
  at = find (c.Precision >= wanted * (1 - 1e-12), 1, 'last');
  if (isempty (at))
    [most, at] = max (c.Precision);
    error ('nnreg:badArgument', ['no cut reaches the Precision %g; the highest is %.4g, with ' ...
                                 'recall %.4g'], wanted, most, c.Recall(at));
  end
  words = sprintf ('precision %.4g at least, with recall %.4g', wanted, c.Recall(at));
end

## The cut that divides the rows as the given one does.
function [at, words] = by_threshold (c, t, ~)
  at = find (c.Lowest >= given_threshold (t), 1, 'last');
  words = '';
end

function wanted = share (name, wanted)
  wanted = nnr.args.check_scalar (name, wanted, 'number from 0 to 1');
  if (wanted == 0)
    error ('nnreg:badArgument', '%s must be above 0, got 0', name);
  end
end

## Of equally good cuts the one nearest to 1/2.
function at = nearest_best (c, value)
  best = find (value >= max (value) - 1e-12 * max (1, abs (max (value))));
  [~, k] = min (abs (c.Threshold(best) - 0.5));
  at = best(k);
end
