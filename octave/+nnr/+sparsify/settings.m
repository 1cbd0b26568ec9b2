## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.sparsify.settings (X, y, args)
##
## The settings of nnreg_sparsify out of its options ARGS: a struct with X, Y, Own (MaxLoss,
## NumWeights and Zeros), Args (a struct, the options of each training), Epochs (of a round), Rate,
## FirstLambda, ScoreName, Sign (1 if more is better, else -1),
## Target (a text), IsLinear, Refits, Verbose and Silent.

function t = settings (X, y, args)
  [s, own, given, of_training] = nnr.options.parse ('sparsify', nnr.options.defaults (), args);
  nnr.options.refuse ('sparsify', s, given, 'a search for the smallest network');
  s = nnr.options.settings (s, given(of_training));
  if (is_function_handle (s.LearnRate))
    error ('nnreg:badArgument', 'LearnRate must be a number here: it falls along a half cosine');
  end
  own = checked_target (own, given);
  sizes = nnr.table.sizes (X);
  count = sizes(1);
  kept = struct ();
  for name = setdiff (given, [fieldnames(own).', {'Verbose'}])(:).'
    kept.(name{1}) = s.(name{1});
  end
  [kept.Verbose, kept.Threads] = deal (0, s.Threads);
  by_fraction = nnr.args.is_none (s.ValidationData);
  if (by_fraction && s.ValidationFraction == 0)
    kept.ValidationFraction = min (0.2, 10000 / max (1, count));
  end
  classes = strcmp (s.Task, 'classification');
  t = struct ('X', {X}, 'Y', {y}, 'Own', own, 'Args', kept, 'Epochs', epochs_of (s, count), ...
              'Rate', merge (any (strcmp (given, 'LearnRate')), s.LearnRate, 2e-3), ...
              'FirstLambda', 1e-5, 'ScoreName', score_name (s), 'Sign', 2 * classes - 1, ...
              'Target', target_text (own, score_name (s)), 'IsLinear', isempty (s.LayerSizes), ...
              'Refits', by_fraction, 'Verbose', s.Verbose, ...
              'Silent', nnr.options.silent (s, given));
end

## One of the three; without any it is MaxLoss.
function own = checked_target (own, given)
  wanted = intersect (given, {'MaxLoss', 'NumWeights', 'Zeros'});
  wanted = wanted(! cellfun (@(name) isempty (own.(name)), wanted));
  if (numel (wanted) > 1)
    error ('nnreg:badArgument', 'give one of MaxLoss, NumWeights and Zeros, got %s and %s', ...
           wanted{1:2});
  end
  if (isequal (own.MaxLoss, Inf))
    error ('nnreg:badArgument', 'MaxLoss must be finite, got Inf');
  end
  own.MaxLoss = nnr.args.check_scalar ('MaxLoss', own.MaxLoss, 'nonnegative number');
  if (! isempty (own.NumWeights))
    own.NumWeights = nnr.args.check_scalar ('NumWeights', own.NumWeights, 'positive integer');
  end
  if (! isempty (own.Zeros))
    own.Zeros = nnr.args.check_scalar ('Zeros', own.Zeros, 'number from 0 to 1');
  end
end

## The rule of searches.
function name = score_name (s)
  name = nnr.train.measure_name (s.Task);
  if (nnr.targets.is_robust (s))
    name = 'MeanMAE';
  end
end

function text = target_text (own, score)
  if (! isempty (own.NumWeights))
    text = sprintf ('at most %s', nnr.words.count_text (own.NumWeights, 'weight'));
  elseif (! isempty (own.Zeros))
    text = sprintf ('at least %.4g%% zeros', 100 * own.Zeros);
  elseif (strcmp (score, 'Accuracy'))
    text = sprintf ('accuracy at most %.4g below the dense network''s', own.MaxLoss);
  else
    text = sprintf ('%s at most %.4g%% above the dense network''s', score, 100 * own.MaxLoss);
  end
end

## Of a round: 20, or what gives 3000 steps of Adam.
function epochs = epochs_of (s, count)
  epochs = s.Epochs;
  if (isempty (epochs))
    s = nnr.options.for_rows (s, count, []);
    epochs = max (20, min (300, ceil (3000 / ceil (count / s.BatchSize))));
  end
end
