## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.warn_of_result (theta, problem, s, log, best, diverged)
##
## Warns of a training whose result means little, once and with what may help: the parameters THETA
## let nothing of X through, or the model is no better than a constant, or the classes separate and
## nothing bounds the weights, or a few responses decide it. LOG, BEST and DIVERGED are from
## nnr.train.run.

function warn_of_result (theta, problem, s, log, best, diverged)
  constant = nnr.train.constant_loss (problem.Train, s, problem.Network.Sizes(end));
  if (constant == 0 || isempty (log))
    return;
  end
  weights = nnr.model.roll_weights (theta, problem.Network.Sizes);
  live = nnr.model.live_parts (weights);
  if (! any (live{1}))
    nnr.train.warn_of_zeros (what_is_zero (weights), advice_for_zeros (problem, s));
    return;
  end
  [loss, constant] = losses_to_compare (theta, problem, s, log, best, constant);
  if (nnr.train.is_no_better (loss, constant, num_samples (problem), s))
    if (! diverged)
      ways = ways_for_constant (problem, s, log, loss > 1.05 * constant);
      nnr.train.warn_of_no_gain (loss, constant, ways);
    end
  elseif (best == rows (log))
    warn_of_separable (theta, problem, s);
  end
  if (strcmp (s.Loss, 'mse') && ! diverged ...
      && nnr.train.has_far_responses (problem.Train.Responses))
    [errors, responses, weights] = nnr.train.training_errors (theta, problem, s);
    scale = double (problem.Train.Scales(:).');
    nnr.train.warn_of_outliers (errors .* scale, responses .* scale, weights);
  end
end

function count = num_samples (problem)
  count = numel (problem.Train.Rows);
  if (count == 0)
    count = problem.Train.Data.NumSamples;
  end
end

## ------------------------------------------------------------- All is zero --

function text = what_is_zero (weights)
  counts = cellfun (@numel, weights);
  zero = cellfun (@(w) ! any (w(:)), weights);
  if (all (zero))
    text = sprintf ('all %d weights are zero', sum (counts));
  elseif (any (zero))
    l = find (zero, 1);
    text = sprintf ('all %d weights of layer %d are zero', counts(l), l);
  else
    text = 'no input is left: none has a way through weights that are not zero to an output';
  end
end

function text = advice_for_zeros (problem, s)
  text = 'no column of X varies together with y';
  if (s.KeepZeros)
    text = 'KeepZeros keeps the zeros of InitialModel';
  end
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  if (nnr.train.is_penalised (problem) && ! u.MakesZeros)
    text = 'Lambda is too large';
  elseif (nnr.train.is_penalised (problem))
    first = first_lambda (problem, s);
    if (first > 0)
      text = nnr.train.smaller_lambda (first, s);
    end
  end
end

## The largest lambda at which the linear model of the same data has a weight.
function lambda = first_lambda (problem, s)
  [s.LayerSizes, s.Activations] = deal ([], {});
  [num_inputs, num_outputs] = deal (problem.Network.Sizes(1), problem.Network.Sizes(end));
  problem.Network = nnr.model.make_network (s, num_inputs, num_outputs);
  null = nnr.train.null_theta (problem, s);
  [~, grad] = nnr.train.data_loss (problem.Network, null, problem.Train, s);
  G = double (reshape (grad(1:num_inputs * num_outputs), num_outputs, num_inputs));
  entry = nnr.train.entry_lambdas (G, s, problem.Train.Data.Columns);
  lambda = max (entry(entry < Inf));
end

## ------------------------------------------------- No better than a constant --

## The data loss of the model, or the mean of its epoch if that is clearly below CONSTANT or if Adam
## has hardly begun; and CONSTANT. Of a loss that wild responses do not decide but may still make
## large, both without what is wild.
function [loss, constant] = losses_to_compare (theta, problem, s, log, best, constant)
  c = nnr.core.epoch_columns ();
  [few, clearly] = deal (200, 0.9);
  steps = rows (log) * ceil (num_samples (problem) / s.BatchSize);
  loss = log(best,c.DataLoss);
  if (strcmp (s.Solver, 'adam') && steps < few)
    loss = 0;
  elseif (! (loss < clearly * constant))
    loss = nnr.train.data_loss (problem.Network, theta, problem.Train, s);
    if (nnr.targets.is_robust (s))
      [loss, constant] = bounded_losses (theta, problem, s);
    end
  end
end

## Mean squares of errors that are cut at three times the usual one of a constant prediction.
function [loss, constant] = bounded_losses (theta, problem, s)
  [errors, responses, weights] = nnr.train.training_errors (theta, problem, s);
  samples = problem.Train;
  samples.NumOutputs = columns (errors);
  biases = nnr.train.null_biases (samples, double (samples.Rows(:)) + 1, s);
  of_constant = responses - biases.';
  bound = 3 * nnr.targets.robust_scale (of_constant, weights);
  bounded = @(e) mean (weights.' * min (abs (e), bound) .^ 2);
  [loss, constant] = deal (bounded (errors), bounded (of_constant));
end

## The ways that are open to the settings S and fit the LOG. IS_ABOVE: the loss is far above the
## constant's.
function ways = ways_for_constant (problem, s, log, is_above)
  c = nnr.core.epoch_columns ();
  adam = strcmp (s.Solver, 'adam');
  [penalized, later] = deal (nnr.train.is_penalised (problem), is_above || nnr.options.is_weak (s));
  late = ceil (rows (log) / 2):rows (log);
  falls = corr (late.', log(late,c.DataLoss)) < -0.7;
  ways = {'a smaller Lambda', penalized && ! later
          '"Standardize", true', adam && isequal(s.Standardize, false)
          '"StandardizeY", true', strcmp(s.Task, 'regression') && ! s.StandardizeY
          'more Epochs', falls
          'a larger LearnRate', adam && falls
          'a smaller LearnRate', adam && is_above && ! falls
          'another LearnRate', adam && ! (is_above || falls)
          'a smaller Lambda', penalized && later
          'another Seed', ! isempty(s.LayerSizes)};
  ways = ways([ways{:,2}],1);
end

## ------------------------------------------------------ Separable classes --

function warn_of_separable (theta, problem, s)
  [which, whole] = nnr.train.separated_classes (theta, problem, s);
  advice = '"Penalty", "l2", "Lambda", 1e-3';
  if (whole)
    nnr.words.warn ('nnreg:separable', ...
                    ['the classes separate perfectly: without a penalty the best weights are ' ...
                     'infinite, and these depend on Epochs; give a penalty, such as %s'], advice);
  elseif (any (which))
    name = nnr.words.label_texts (s.ClassNames(find (which, 1),:), 40);
    nnr.words.warn ('nnreg:separable', ...
                    ['class %s separates from the others perfectly: without a penalty its best ' ...
                     'weights are infinite, and these depend on Epochs; give a penalty, such ' ...
                     'as %s'], name{1}, advice);
  end
end
