## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [first, second, spread] = nnr.path.pilot_group (p, d, s, chain, counts, inputs)
##
## The settings of two trainings of a path that drops inputs: its first one, and the one after its
## second start (nnr.path.second_start). S has the least lambda. Short of rows, or with much noise,
## a network that fits its rows exactly says little about the inputs. So trainings outside of up to
## three folds try this lambda, three times and ten times as much: the one with the best loss inside
## wins, for each of both, unless a smaller one is better after half of the inputs are gone. If it
## is no better than a constant in some fold, longer trainings with larger steps try again
## (trained_late): three inputs that matter only together are learned late.
##
## SPREAD is the number of groups down to which inputs leave by what the others know of them
## (nnr.path.drop_inputs), Inf if none does; then there is no second start. Of many inputs that are
## alike, such as pixels, few rows teach a network which region matters, but not which of its
## pixels. So both rules are tried outside of the same folds, at 100 inputs, then at 50 and 20 as
## long as this rule predicts better.
##
## CHAIN is the path's chain on all samples (nnr.path.chains), COUNTS its numbers of inputs, which
## are INPUTS (nnr.model.input_penalty). Folds of the path are not used, so its settings are the
## same with any folds. But groups, times and the user's own folds are respected.

function [first, second, spread] = pilot_group (p, d, s, chain, counts, inputs)
  [first, second, spread] = deal (s, s, Inf);
  least_rows = 30;
  if (d.Data.NumSamples < least_rows)
    return
  end
  trials = outside_of_folds (p, d, s, chain);
  if (isempty (trials))
    return
  end
  ## A network without inputs may be better than the constant by a little.
  constants = 0.99 * losses_of_constants (trials, s);
  half = mean (constants) / 2;
  factors = [1, 3, 10];
  [trained, first, losses] = best_lambda (p, trials, s, factors, inputs, half);
  if (any (losses >= constants))
    [late, longer, late_losses] = trained_late (p, trials, s, constants);
    if (mean (late_losses) < mean (losses))
      [trained, first, s, factors] = deal (late, longer, longer, 1);
    end
  end
  second = first;
  strong = trained;
  again = nnr.path.count_again (trained, counts, s, inputs);
  if (! isnan (again))
    for k = 1:numel (trained)
      trials(k) = nnr.path.second_start (trained(k), again, s, inputs);
      trials(k).Data = nnr.data.of_inputs (chain.X, trials(k).Live, chain.Fit, s);
    end
    [strong, second] = best_lambda (p, trials, s, factors, inputs, half);
  end
  spread = best_spread (p, trained, strong, inputs, mean (constants));
end

## TRAINED are the networks on all inputs, whose inputs may leave by what the others know of them;
## STRONG are those whose inputs would leave by their weights, after the second start if there is
## one: few inputs are strong then, and a little better may be chance. A loss that is no better than
## the CONSTANT one says nothing.
function spread = best_spread (p, trained, strong, inputs, constant)
  marks = [100, 50, 20];
  spread = Inf;
  live = trained(1).Live;
  if (nnr.path.count_groups (inputs, live) < 2 * marks(1) || isempty (trained(1).Covariance))
    return
  end
  begun_again = numel (strong(1).Live) < numel (live);
  trained = with_own_moments (trained, p.Relaxed);
  if (begun_again)
    strong = with_own_moments (strong, p.Relaxed);
  else
    strong = trained;
  end
  staying = nnr.path.count_groups (inputs, live(inputs.Factors(live) == 0));
  most = nnr.path.count_groups (inputs, strong(1).Live);
  clearly = merge (begun_again, 0.9, 1);
  for count = marks(marks > staying & marks <= most)
    [~, by_weights] = cut_to (p, strong, count, inputs, false);
    [trained, by_spread] = cut_to (p, trained, count, inputs, true);
    if (by_spread >= min (clearly * by_weights, constant))
      return
    end
    [spread, strong] = deal (count, trained);
  end
end

## The CHAINS with the means and the covariance of the rows that each learns from: with few rows
## those of all would tell it the inputs of the rows that judge.
function chains = with_own_moments (chains, s)
  for k = 1:numel (chains)
    chain = chains(k);
    weights = chain.Fit.Targets.SampleWeights;
    own = nnr.data.input_moments (chain.X, chain.Fit, chain.Train, weights, s);
    chain.Moments.Mean = own.Mean;
    chain.Covariance = nnr.path.covariance (chain);
    chains(k) = chain;
  end
end

## The networks on COUNT groups alone, trained on with the settings BEFORE, if they are given, then
## without a penalty, and their mean loss, Inf if one diverges.
function [chains, loss] = cut_to (p, chains, count, inputs, by_spread, before)
  s = p.Relaxed;
  for k = 1:numel (chains)
    chain = chains(k);
    network = nnr.model.make_network (s, numel (chain.Live), chain.Fit.Targets.NumOutputs);
    chain = nnr.path.drop_inputs (chain, count, network, chain.Moments, inputs, by_spread);
    chain.Data = nnr.data.of_inputs (chain.X, chain.Live, chain.Fit, s);
    chains(k) = chain;
  end
  if (nargin > 5)
    [chains, losses] = nnr.path.tried (p.Journal, chains, before);
    if (any (isinf (losses)))
      loss = Inf;
      return
    end
  end
  [chains, losses] = nnr.path.tried (p.Journal, chains, s);
  loss = mean (losses);
end

## The TRIALS after five times the epochs, the settings of these trainings and their losses. The
## first settings that leave less than half of the constant's loss win, else the best. Measured on
## products of three signs among 100, 1300 rows: thirty times the rate with a third of lambda learns
## in 8 of 8 trainings, ten times in 3, three times in none. But with much noise smaller steps
## predict better.
function [best, settings, losses] = trained_late (p, trials, s, constants)
  factors = struct ('Rate', {30, 10, 3}, 'Lambda', {1 / 3, 1 / 3, 1});
  if (! isnumeric (s.LearnRate))
    factors = factors(2:end);           # only lambda differs
  end
  [best, settings, losses] = deal (trials, s, Inf);
  for factor = factors
    now = nnr.path.larger_steps (s, factor.Rate, factor.Lambda);
    [trained, own] = trained_below (p, trials, now, constants);
    if (mean (own) < mean (losses))
      [best, settings, losses] = deal (trained, now, own);
    end
    if (mean (losses) < mean (constants) / 2)
      return
    end
  end
end

## The TRIALS one after the other, and their losses: one that is not below its constant ends it, and
## LOSSES is Inf. In tables of noise most of this long training is not made. One that diverges ends
## it too: its rate is not the user's.
function [trials, losses] = trained_below (p, trials, s, constants)
  for k = 1:numel (trials)
    [trials(k), losses(k)] = nnr.path.tried (p.Journal, trials(k), s);
    if (losses(k) >= constants(k))
      losses = Inf;
      return
    end
  end
end

## The trials trained with the best of the FACTORS of lambda, their settings and losses. They rise
## until the loss does not fall. But while it is not below ENOUGH all are tried: with much noise the
## loss may rise first and then fall far (measured).
function [best, settings, losses] = best_lambda (p, trials, s, factors, inputs, enough)
  c = nnr.core.epoch_columns ();
  runs = struct ('Chains', {}, 'Settings', {}, 'Losses', {});
  for lambda = s.Lambda * factors
    s.Lambda = lambda;
    [trained, outcome] = nnr.path.train_chains (p.Journal, trials, s);
    own = outcome(:,c.ValDataLoss);
    if (isempty (runs) || mean (own) < mean (runs(end).Losses))
      runs(end + 1) = struct ('Chains', trained, 'Settings', s, 'Losses', own);
    elseif (mean (runs(end).Losses) < enough)
      break
    end
  end
  chosen = runs(unshrunk (p, runs, inputs));
  [best, settings, losses] = deal (chosen.Chains, chosen.Settings, chosen.Losses);
end

## The last of the RUNS, or the one before it as long as this is clearly better on half of the
## inputs, after a refit, and better there than the larger lambda on all. A large lambda may look
## best on all inputs because it shrinks what noise taught, and kill inputs that matter only
## together while the path trains on. But a refit on many inputs of noise says nothing.
function at = unshrunk (p, runs, inputs)
  clearly = 0.9;
  at = numel (runs);
  live = runs(1).Chains(1).Live;
  count = floor (nnr.path.count_groups (inputs, live) / 2);
  if (at == 1 || count <= nnr.path.count_groups (inputs, live(inputs.Factors(live) == 0)))
    return
  end
  loss = loss_of_half (p, runs(at), count, inputs);
  while (at > 1)
    before = loss;
    loss = loss_of_half (p, runs(at - 1), count, inputs);
    if (loss >= min (clearly * before, mean (runs(at).Losses)))
      return
    end
    at -= 1;
  end
end

## The loss of a RUN's networks after the path has gone on with them to COUNT groups.
function loss = loss_of_half (p, run, count, inputs)
  times = 3;                    # about as long as until half of the inputs are gone
  chains = with_own_moments (run.Chains, p.Relaxed);
  s = run.Settings;
  s.Epochs = times * p.WarmEpochs;
  [~, loss] = cut_to (p, chains, count, inputs, false, s);
end

function losses = losses_of_constants (trials, s)
  c = nnr.core.epoch_columns ();
  for k = 1:numel (trials)
    network = nnr.model.make_network (s, numel (trials(k).Live), trials(k).Fit.Targets.NumOutputs);
    trials(k).Theta = zeros (nnr.model.count_parameters (network.Sizes), 1, s.Precision);
  end
  [~, outcome] = nnr.path.null_point (trials, s);
  losses = outcome(:,c.ValDataLoss);
end

## The CHAIN without the rows of a fold, for so many folds that about a thousand rows are measured.
## Empty if the rows have no folds.
function trials = outside_of_folds (p, d, s, chain)
  enough = 1000;
  most = 3;
  trials = [];
  folds = own_folds (p, d, s, most);
  if (isempty (folds))
    return
  end
  [inside, outside] = nnr.folds.sides (folds);
  trials = chain;
  count = 0;
  for k = 1:min (most, numel (inside))
    trials(k) = chain;
    [trials(k).Train, trials(k).Measured] = deal (outside{k}, inside{k});
    count += numel (inside{k});
    if (count >= enough)
      break
    end
  end
end

function folds = own_folds (p, d, s, count)
  if (isnumeric (p.CV) && numel (p.CV) > 1)
    folds = p.Folds;
    return
  end
  if (ischar (p.CV) && isempty (p.CVTime))
    p.CVTime = (1:nnr.targets.count (d.Targets)).';
    p.Folds.Kept = [];
  end
  p.Repeats = 1;
  folds = [];
  while (isempty (folds) && count > 1)
    p.CV = count;
    folds = possible_folds (p, d, s);
    count -= 1;
  end
end

## Empty if there are too few groups, times, or rows of a class: the user did not ask for these. So
## no warning names one of these folds either.
function folds = possible_folds (p, d, s)
  warning ('off', 'nnreg:labels', 'local');
  try
    folds = nnr.folds.make (p, d.Targets, s, p.Folds.Kept, true);
  catch err
    if (! any (strcmp (err.identifier, {'nnreg:badData', 'nnreg:badArgument'})))
      rethrow (err);
    end
    folds = [];
  end
end

%!function [s, spread] = chosen (X, y, s, varargin)
%!  p = struct ("CV", 0, "CVGroups", [], "CVTime", [], "Repeats", 1, "Lambda", [], ...
%!              "CheckpointFile", "", "WarmEpochs", 20, varargin{:});
%!  s = nnr.options.settings ({"LayerSizes", 16, "Penalty", "group", "Lambda", 1, "Threads", 1, ...
%!                             "BatchSize", 32, "Verbose", 0, s{:}});
%!  targets = nnr.targets.make (y, rows (X), s);
%!  p.Folds = struct ("Of", zeros (rows (X), 1), "Forward", false, "Kept", []);
%!  d = nnr.train.prepare_data (X, targets, s, {});
%!  s.Standardize = d.Standardize;
%!  p.Journal = nnr.path.Journal (p, s, d, p.Folds);
%!  s.Lambda = 0.01;
%!  chain = nnr.path.chains (d, p.Folds, X, s);
%!  chain.Moments = nnr.data.input_moments (X, chain.Fit, [], [], s);
%!  chain.Covariance = cov (X ./ chain.Moments.Scale);
%!  p.Relaxed = setfield (setfield (s, "Penalty", "none"), "Lambda", []);
%!  inputs = nnr.model.input_penalty (s, columns (X), []);
%!  [s, ~, spread] = nnr.path.pilot_group (p, d, s, chain, columns (X):-1:0, inputs);
%!endfunction
%!test # the more noise, the larger the lambda; more epochs only if nothing is learned without
%! rand ("twister", 2);
%! randn ("twister", 2);
%! X = randn (120, 10);
%! y = abs (X(:,1)) + X(:,2);
%! regression = {"Task", "regression", "Epochs", 150};
%! s = chosen (X, y, regression);
%! assert ([s.Lambda, s.Epochs], [0.01, 150]);
%! s = chosen (X, y + 2 * randn (120, 1), regression);
%! assert (s.Lambda > 0.01);
%! assert (s.Epochs, 150);
%! s = chosen (X(1:29,:), y(1:29), regression);
%! assert (s.Lambda, 0.01);
%! ones_and_twos = 1 + ((1:120).' > 118);       # a class of two rows, then of one
%! chosen (X, ones_and_twos, {"Epochs", 5});
%! s = chosen (X, 1 + ((1:120).' > 119), {"Epochs", 5});
%! assert (s.Lambda, 0.01);
%! chosen (X, y, [regression, {"Epochs", 5}], "CVGroups", mod (1:120, 2));
%! lastwarn ("");                               # nothing about folds that the user does not know
%! groups = mod (1:120, 3);
%! chosen (X, 1 + (groups.' == 0), {"Epochs", 5}, "CVGroups", groups);
%! assert (lastwarn (), "");
%! X = sign (randn (600, 10));
%! s = chosen (X, 1 + (prod (X(:,1:3), 2) > 0), {"Epochs", 10});
%! assert ([s.Lambda, s.Epochs, s.LearnRate], [0.01 / 3, 50, 0.03], 1e-15);
%! randn ("twister", 3);
%! X = sign (randn (2000, 50));
%! s = chosen (X, 1 + (prod (X(:,1:3), 2) > 0), {"LayerSizes", 32, "Epochs", 74});
%! assert (s.Epochs, 5 * 74);
%!test # a lambda that shrinks noise best kills two inputs that matter only together, on the way
%! randn ("twister", 22);
%! X = randn (400, 20);
%! y = 2 * X(:,1) - X(:,2) + X(:,3) .* X(:,4) + 0.2 * randn (400, 1);
%! args = {"Task", "regression", "StandardizeY", true, "Standardize", true, "Epochs", 124, ...
%!         "LayerSizes", 8};
%! s = chosen (X, y, args);
%! assert (s.Lambda < 0.1);
%! args(end + 1:end + 2) = {"PenaltyFactor", (1:20) > 12};       # more than half stay anyway
%! chosen (X, y, args);
%!test # much noise and many inputs: only the largest lambda helps, though the middle one is worse
%! # than the least, or looks better than the largest after a refit on half of the inputs
%! args = {"Task", "regression", "StandardizeY", true, "Standardize", true};
%! rand ("twister", 2);
%! randn ("twister", 2);
%! X = rand (240, 190);
%! y = 10 * sin (pi * X(:,1) .* X(:,2)) + 20 * (X(:,3) - 0.5) .^ 2 + 10 * X(:,4) + 5 * X(:,5);
%! s = chosen (X, y + 5 * randn (240, 1), [args, {"Epochs", 160}]);
%! assert (s.Lambda, 0.1, 1e-12);
%! randn ("twister", 1);
%! X = randn (120, 150);
%! y = X(:,1) + X(:,2) - X(:,3) + randn (120, 1);
%! s = chosen (X, y, [args, {"Epochs", 150, "LayerSizes", 8}]);
%! assert (s.Lambda, 0.1, 1e-12);
%!test # few rows do not tell which 100 of 200 inputs matter; their units do, if these are large
%! randn ("twister", 3);
%! X = randn (200, 200);
%! y = 1 + (X(:,1:100) * randn (100, 1) > 0);
%! units = [10 * ones(1, 100), ones(1, 100)];
%! [~, spread] = chosen (X .* units, y, {"Epochs", 40});
%! assert (any (spread == [100, 50, 20]));
%! [~, spread] = chosen (X ./ units, y, {"Epochs", 40});
%! assert (spread, Inf);
%! for seed = [12, 22]           # independent inputs: the rows that judge must not choose
%!   randn ("twister", seed);
%!   Z = randn (120, 220);
%!   z = Z(:,1:60) * sign (randn (60, 1));
%!   z += 0.3 * std (z) * randn (120, 1);
%!   [~, spread] = chosen (Z, z, {"Task", "regression", "StandardizeY", true, "Epochs", 100, ...
%!                                "LayerSizes", 8});
%!   assert (spread, Inf);
%! end
%! [~, spread] = chosen (X(:,1:199) .* units(1:199), y, {"Epochs", 40});
%! assert (spread, Inf);
%! free = {"Epochs", 40, "PenaltyFactor", 1:200 > 150};          # 150 stay anyway
%! [~, spread] = chosen (X .* units, y, free);
%! assert (spread, Inf);
