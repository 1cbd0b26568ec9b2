## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.curve.run (X, y, args)
##
## The learning curve that nnreg_learningcurve returns; ARGS are its options.

function r = run (X, y, args)
  [own, s, given] = options_of (args);
  silent = nnr.options.silent (s, given);
  progress = nnr.words.progress ('nnreg_learningcurve', @() 'preparing the data', silent);
  [X, own] = nnr.table.take_columns (X, own, {'CVGroups'}, y, s.Predictors);
  source = X;
  [X, y, opened, kept] = nnr.train.open_data (X, y, s);
  table = nnr.table.of (opened);
  [s.Weights, num_samples] = deal (opened.Weights, rows (X));
  targets = nnr.targets.make (y, num_samples, nnr.train.use_table (s, table));
  nnr.targets.warn_of_labels (X, y, targets, opened, given);
  [own.CVTime, own.Repeats] = deal ([], 1);
  folds = nnr.folds.make (own, targets, s, kept, false);
  fit = struct ('Fit', struct ('Targets', targets), 'Settings', s);
  measure = nnr.search.scores (own.Score, fit, s);
  data = struct ('Y', {y}, 'NumSamples', num_samples, 'Weights', s.Weights, ...
                 'RowsOf', @(some) nnr.train.source_rows (source, X, table, kept, some));
  args = nnr.folds.inner_options (own, s, setdiff (given, fieldnames (own)), targets, kept, []);
  args = rmfield (args, {'CVGroups', 'CVTime', 'OutOfFold'});
  r = measured (own, folds, targets, data, args, measure.Scores, s.Seed);
end

function [own, s, given] = options_of (args)
  [s, own, given, of_training] = nnr.options.parse ('curve', nnr.options.defaults (), args);
  nnr.options.refuse ('curve', s, given, ['a learning curve, which validates on its folds and ' ...
                                          'trains each model from the start']);
  s = nnr.options.settings (s, given(of_training));
  if (ischar (own.CV) && strcmpi (own.CV, 'forward'))
    error ('nnreg:badArgument', ['the CV "forward" has no place in a learning curve, which ' ...
                                 'takes rows in random order']);
  end
end

## The scores of all trainings.
function r = measured (own, folds, targets, data, args, score, seed)
  if (! isscalar (score))
    error ('nnreg:badArgument', 'Score must be one score, got %d', numel (score));
  end
  [inside, outside] = nnr.folds.sides (folds);
  counts = numbers_of_rows (own.NumRows, min (cellfun (@numel, outside)), ...
                            rows (targets.ClassNames));
  [train, val] = deal (zeros (numel (inside), numel (counts)));
  constant = NaN (numel (inside), 1);
  for fold = 1:numel (inside)
    order = outside{fold}(learning_order (targets.Labels, outside{fold}, seed, fold));
    for k = 1:numel (counts)
      nnr.words.progress ('nnreg_learningcurve', @() sprintf ('fold %d of %d, %d rows', fold, ...
                                                              numel (inside), counts(k)), ...
                          (fold - 1) * numel (counts) + k - 1, numel (inside) * numel (counts));
      chosen = sort (order(1:counts(k)));
      heard = fold == 1 && k == numel (counts);
      model = trained (data, chosen, args, heard);
      train(fold,k) = scored (score, model, data, chosen);
      val(fold,k) = scored (score, model, data, inside{fold});
    end
    constant(fold) = scored (score, constant_model (model, targets, chosen), data, inside{fold});
  end
  spread = @(scores) std (scores, 0, 1) / sqrt (rows (scores));
  if (rows (val) == 1)
    spread = @(scores) NaN (1, columns (scores));
  end
  r = struct ('NumRows', counts, 'ScoreName', score.Name, 'LargerIsBetter', score.Better > 0, ...
              'TrainScores', train, 'ValScores', val, 'TrainMean', mean (train, 1), ...
              'TrainSE', spread (train), 'ValMean', mean (val, 1), 'ValSE', spread (val), ...
              'ConstantScores', constant, 'Folds', folds.Of);
end

## Each training has some of the rows of the longest one, and only that one is HEARD. What there is
## to say before a training, all rows have raised.
function model = trained (data, chosen, args, heard)
  [quiet, of_rows] = nnr.words.data_warnings ();
  if (heard)
    quiet = of_rows;
  end
  for id = quiet
    warning ('off', id{1}, 'local');
  end
  if (! isempty (data.Weights))
    args.Weights = data.Weights(chosen);
  end
  y = nnr.targets.pick_rows (data.Y, data.NumSamples, chosen);
  model = nnr.fit.run (data.RowsOf (chosen), y, {args});
end

## The MODEL without its inputs: it predicts the best constant of the rows that it learned from.
function model = constant_model (model, targets, chosen)
  model.Weights{end}(:) = 0;
  s = struct ('Intercept', true, 'Task', model.Task, 'Precision', class (model.Biases{end}));
  targets.Weights = targets.SampleWeights;      # without those of the classes
  biases = nnr.train.null_biases (targets, chosen, s);
  if (strcmp (model.Task, 'regression'))        # other units than the model's
    biases = biases .* targets.ResponseScale(:) + targets.ResponseMean(:);
    biases = (biases - model.ResponseMean(:)) ./ model.ResponseScale(:);
  end
  model.Biases{end} = feval (s.Precision, biases);
end

## A few rows do not have all levels and gaps of the others; that is no news of the data.
function value = scored (score, model, data, some)
  for id = nnr.words.data_warnings ()
    warning ('off', id{1}, 'local');
  end
  value = nnr.search.score_of (score, model, data, some);
end

## The order in which a fold's rows come in: random, but each class evenly and from the start.
function order = learning_order (labels, outside, seed, fold)
  order = double (__nnreg_shuffle__ (numel (outside), seed, 600 + fold)(:));
  if (isempty (labels))
    return
  end
  own = double (labels(outside)(order))(:);
  place = zeros (size (order));
  for class = unique (own)(:).'
    at = find (own == class);
    place(at) = (0:numel (at) - 1) / numel (at);
  end
  [~, by_place] = sort (place);
  order = order(by_place);
end

## The numbers of rows to train on, ascending; MOST are there in each fold.
function counts = numbers_of_rows (counts, most, num_classes)
  if (nnr.args.is_none (counts))
    least = min (most, max ([5, 2 * num_classes, ceil(most / 20)]));
    counts = unique (round (logspace (log10 (least), log10 (most), 8)));
    return
  end
  ok = isnumeric (counts) && isreal (counts) && isvector (counts) && all (counts(:) > 0);
  if (ok && all (counts(:) <= 1))
    counts = max (1, round (double (counts) * most));
  end
  if (! (ok && all (counts(:) == fix (counts(:)) & counts(:) <= most)))
    error ('nnreg:badArgument', ['NumRows must be whole numbers up to %d, the rows that each ' ...
                                 'fold leaves to learn from, or shares of them from 0 to 1, ' ...
                                 'got %s'], ...
           most, nnr.words.show_value (counts));
  end
  counts = unique (double (full (counts(:).')));
end
