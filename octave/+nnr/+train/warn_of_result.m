## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.warn_of_result (theta, problem, s, log, best, diverged)
##
## Warns of a training whose result means little, once and with what may help: the parameters THETA
## let nothing of X through, or the model is no better than a constant, or the classes separate and
## nothing bounds the weights. LOG, BEST and DIVERGED are from nnr.train.run.

function warn_of_result (theta, problem, s, log, best, diverged)
  constant = nnr.train.constant_loss (problem.Train, s, problem.Network.Sizes(end));
  if (constant == 0 || isempty (log))
    return;
  end
  weights = nnr.model.roll_weights (theta, problem.Network.Sizes);
  live = nnr.model.live_parts (weights);
  if (! any (live{1}))
    nnr.words.warn ('nnreg:allZero', '%s: the model predicts the same for every x; %s', ...
                    what_is_zero (weights), advice_for_zeros (problem, s));
    return;
  end
  loss = loss_to_compare (theta, problem, s, log, best, constant);
  if (is_no_better (loss, constant, num_samples (problem), s))
    if (! diverged)
      next_to = merge (loss < 0.999 * constant, 'next to ', '');
      nnr.words.warn ('nnreg:constant', ...
                      ['the model has learnt %snothing: its data loss is %.4g, a constant ' ...
                       'prediction has %.4g; %s'], next_to, loss, constant, ...
                      advice_for_constant (problem, s, log, loss > 1.05 * constant));
    end
  elseif (best == rows (log) && separates (theta, problem, s, log))
    nnr.words.warn ('nnreg:separable', ...
                    ['the classes separate perfectly: without a penalty the best weights are ' ...
                     'infinite, and these depend on Epochs; give a penalty, such as ' ...
                     '"Penalty", "l2", "Lambda", 1e-3']);
  end
end

function count = num_samples (problem)
  count = numel (problem.Train.Rows);
  if (count == 0)
    count = problem.Train.Data.NumSamples;
  end
end

function yes = has_penalty (problem)
  p = problem.Penalty;
  yes = any ([p.Lambda1, p.Lambda2, p.Decay, p.Group] > 0);
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
  if (has_penalty (problem) && ! u.MakesZeros)
    text = 'Lambda is too large';
  elseif (has_penalty (problem))
    first = first_lambda (problem, s);
    if (first > 0)
      text = smaller_lambda (first, s);
    end
  end
end

## FIRST is from first_lambda.
function text = smaller_lambda (first, s)
  lambda = s.Lambda;
  if (is_function_handle (lambda))
    lambda = nnr.options.each_epoch ('Lambda', lambda, s.Epochs, 'nonnegative number');
  end
  lambda = max (lambda(:));
  ## Each hidden layer divides by about 3 the lambda at which inputs get weights (measured).
  advised = min (lambda / 3, first / (10 * 3 ^ numel (s.LayerSizes)));
  text = sprintf ('Lambda is too large; try a smaller one, such as %g', ...
                  str2double (sprintf ('%.1g', advised)));
  if (isempty (s.LayerSizes) && first < lambda)
    text = sprintf ('%s (inputs get weights below %.3g)', text, first);
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
## has hardly begun.
function loss = loss_to_compare (theta, problem, s, log, best, constant)
  c = nnr.core.epoch_columns ();
  [few, clearly] = deal (200, 0.9);
  steps = rows (log) * ceil (num_samples (problem) / s.BatchSize);
  loss = log(best,c.DataLoss);
  if (strcmp (s.Solver, 'adam') && steps < few)
    loss = 0;
  elseif (! (loss < clearly * constant))
    loss = nnr.train.data_loss (problem.Network, theta, problem.Train, s);
  end
end

## A small gain counts if so many samples support it that it is no chance: twice SAMPLES times the
## gain of a loss in nats, or SAMPLES times the share of y's variance, is a chi-squared statistic.
## Any gain of an exact solution counts, but for rounding and a Lambda that holds all weights.
function yes = is_no_better (loss, constant, samples, s)
  is_exact = strcmp (s.Solver, 'fista') && isempty (s.LayerSizes);
  gain = (constant - loss) / constant;
  yes = ! (gain > merge (is_exact, 1e-3, 0.05) || samples * gain > 10);
end

## The first two ways that are open to the settings S and fit the LOG. IS_ABOVE: the loss is far
## above the constant's.
function text = advice_for_constant (problem, s, log, is_above)
  c = nnr.core.epoch_columns ();
  adam = strcmp (s.Solver, 'adam');
  penalized = has_penalty (problem);
  late = ceil (rows (log) / 2):rows (log);
  falls = corr (late.', log(late,c.DataLoss)) < -0.7;
  ways = {'a smaller Lambda', penalized && ! is_above
          '"Standardize", true', adam && isequal(s.Standardize, false)
          '"StandardizeY", true', strcmp(s.Task, 'regression') && ! s.StandardizeY
          'more Epochs', falls
          'a larger LearnRate', adam && falls
          'a smaller LearnRate', adam && is_above && ! falls
          'another LearnRate', adam && ! (is_above || falls)
          'a smaller Lambda', penalized && is_above
          'another Seed', ! isempty(s.LayerSizes)};
  ways = ways([ways{:,2}],1);
  text = 'it seems that X says nothing about y';
  if (! isempty (ways))
    text = sprintf ('try %s, unless X says nothing about y', ...
                    strjoin (ways(1:min (2, end)), ', or '));
  end
end

## ------------------------------------------------------ Separable classes --

## Whether a linear model without a penalty classifies all samples correctly. The accuracy of the
## last epoch tells whether it is worth a look.
function yes = separates (theta, problem, s, log)
  c = nnr.core.epoch_columns ();
  yes = strcmp (s.Task, 'classification') && isempty (s.LayerSizes) ...
        && ! has_penalty (problem) && log(end,c.Metric) > 0.95;
  if (yes)
    samples = problem.Train;
    [~, wanted] = nnr.targets.relative_weights (samples, [], double (samples.Rows(:)) + 1);
    outputs = nnr.model.packed_outputs (problem.Network, theta, samples.Data, wanted, s.Threads);
    [~, guess] = max (outputs, [], 2);
    yes = all (guess == double (samples.Labels(wanted)(:)) + 1);
  end
end
