## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [r, stop] = nnr.path.eliminate_inputs (r, p, s, d, chains)
##
## The path of a network's inputs, from all to none: train with the group penalty, drop a fifth of
## the inputs (nnr.path.drop_inputs), train on, and so on. Each chain drops its own inputs, all
## chains the same number, but the chain of all rows does not lose what a fold keeps
## (nnr.path.follow_fold). Each point is a refit without penalty. Without inputs it is the best
## constant. Groups leave whole and count as one; the path ends at the inputs without a penalty.
##
## The Lambda of a point is the price of an input: the largest rise so far of the refits' data loss
## for each dropped input (or group), or 0.

function [r, stop] = eliminate_inputs (r, p, s, d, chains)
  stop = false;
  c = nnr.core.epoch_columns ();
  chains = with_moments (chains, d, s);
  varies = chains(1).Moments.Varies;
  if (! any (varies))
    error ('nnreg:badData', 'all columns of X are constant');
  end
  chains = with_inputs (chains, s);
  price = 0;
  inputs = nnr.model.input_penalty (s, numel (varies), []);
  among = @(used) nnr.path.count_groups (inputs, used);
  counts = [nnr.path.elimination_counts(among (varies), p.MaxFeatures), 0];
  counts = unique (max (counts, among (inputs.Factors(:).' == 0 & varies)))(end:-1:1);
  r.NumPlanned = nnz (counts <= p.MaxFeatures);
  [first, second, least, spread] = group_lambda (p, d, s, chains(1), counts, inputs);
  [s.Lambda, s.Epochs, now] = deal (first.Lambda, p.WarmEpochs, first);
  again = Inf;
  for count = counts
    if (count > again)
      continue
    elseif (count == 0 && isempty (r.TrainLoss))
      refuse_groups (p, nnr.path.count_inputs ({chains(1).Live}, nnr.table.of (s)));
    elseif (count == 0)
      [after, outcome] = nnr.path.null_point (after, s);
    else
      if (count == again)
        chains = begin_again (chains, count, s, inputs);
        [s.Lambda, now] = deal (second.Lambda, second);
      else
        chains = to_inputs (chains, count, d, s, inputs, count >= spread);
      end
      chains = nnr.path.train_chains (p.Journal, chains, now);
      now = s;
      if (isinf (again))
        again = second_count (chains(1), counts, s, inputs, spread);
        skipped = counts > again & counts < counts(1) & counts <= p.MaxFeatures;
        r.NumPlanned = r.NumPlanned - nnz (skipped);
      end
      if (nnr.path.count_inputs ({chains(1).Live}, nnr.table.of (s)) > p.MaxFeatures)
        continue
      end
      refit = refit_settings (p, s, count, least);
      [chains, after, outcome, penalty] = refitted (p, chains, refit);
    end
    if (! isempty (r.TrainLoss))
      rise = outcome(1,c.ValDataLoss) - r.TrainLoss(end);
      price = max (price, rise / (count_before - count));
    end
    count_before = count;
    point = struct ('Lambda', price, 'Chain', after(1), 'Penalty', penalty, ...
                    'Settings', refit, 'Outcome', outcome);
    [r, stop] = nnr.path.add_point (r, p, d, point, after);
    if (stop)
      break
    end
  end
end

## The first chain decides, so that the count is the same with any folds. Where inputs leave by what
## the others know of them, any may matter: NaN.
function again = second_count (chain, counts, s, inputs, spread)
  again = NaN;
  if (isinf (spread))
    again = nnr.path.count_again (chain, counts, s, inputs);
  end
end

function [chains, after, outcome, penalty] = refitted (p, chains, s)
  [after, outcome, penalty] = nnr.path.train_chains (p.Journal, chains, s);
  [chains, after, outcome] = nnr.path.follow_fold (p, chains, after, outcome, s);
end

function refuse_groups (p, least)
  error ('nnreg:badArgument', 'MaxFeatures %d is too small: the last group of inputs has %d', ...
         p.MaxFeatures, least);
end

## A larger lambda than the LEAST shrinks a network more than twice the WarmEpochs make good. With
## few inputs a longer refit costs little.
function refit = refit_settings (p, s, count, least)
  few = 100;
  refit = p.Relaxed;
  if (s.Lambda > least && count <= few)
    refit.Epochs = 2 * refit.Epochs;
  end
end

## The settings of the first training, and of the first one after the second start, and the LEAST
## lambda of either; and the SPREAD of nnr.path.pilot_group. The lambda to begin with is for inputs
## of the usual deviation. Measured: enough to shrink noise among 200 inputs, too little to blur
## which of two inputs is better.
function [first, second, least, spread] = group_lambda (p, d, s, chain, counts, inputs)
  s.Lambda = p.Lambda;
  spread = Inf;
  if (isempty (p.Lambda))
    moments = chain.Moments;
    deviation = sqrt (mean (moments.Variance(moments.Varies)));
    s.Lambda = deviation * min (0.01, 0.3 / sqrt (d.Data.NumSamples));
    [first, second, spread] = nnr.path.pilot_group (p, d, s, chain, counts, inputs);
  else
    [first, second] = deal (s);
  end
  least = s.Lambda;
end

## Each chain with the moments of the inputs that it learns from, and no covariance yet. An input
## that never enters does as one that does not vary.
function chains = with_moments (chains, d, s)
  for k = 1:numel (chains)
    moments{k} = nnr.data.input_moments (chains(k).X, chains(k).Fit, chains(k).Train, ...
                                         d.Targets.SampleWeights, s);
    moments{k}.Varies(s.PenaltyFactor == Inf) = false;
  end
  [chains.Moments] = moments{:};
  [chains.Covariance] = deal ([]);
end

## The chains with only COUNT groups of inputs left, packed. Before the first training none leaves.
function chains = to_inputs (chains, count, d, s, inputs, by_spread)
  if (isempty (chains(1).Theta))
    return
  end
  for k = 1:numel (chains)
    network = nnr.model.make_network (s, numel (chains(k).Live), d.Targets.NumOutputs);
    chains(k) = nnr.path.drop_inputs (chains(k), count, network, chains(k).Moments, inputs, ...
                                      by_spread);
    chains(k) = packed_inputs (chains(k), s);
  end
end

function chains = begin_again (chains, count, s, inputs)
  for k = 1:numel (chains)
    chains(k) = packed_inputs (nnr.path.second_start (chains(k), count, s, inputs), s);
  end
end

## All inputs that vary, packed.
function chains = with_inputs (chains, s)
  live = find (chains(1).Moments.Varies);
  for k = 1:numel (chains)
    chains(k).Live = live;
    chains(k) = packed_inputs (chains(k), s);
  end
end

function chain = packed_inputs (chain, s)
  chain.Data = nnr.data.of_inputs (chain.X, chain.Live, chain.Fit, s);
  if (isempty (chain.Covariance))
    chain.Covariance = nnr.path.covariance (chain);
  end
end
