## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [chains, after, outcome] = nnr.path.follow_fold (journal, chains, after, outcome, s)
##
## The CHAINS of a path that drops inputs, and AFTER, their refits at a point with the settings S,
## where the first chain, of all rows, may have lost an input that a fold keeps. It has if the refit
## of a fold is clearly better, on all rows and on those too that it did not learn from. Then the
## first chain goes on with the inputs and weights of this fold, and is refitted on all rows from
## the fold's refit. If this is no better, all stays as it is. OUTCOME has a row for each chain
## (nnr.path.train_chains).

function [chains, after, outcome] = follow_fold (journal, chains, after, outcome, s)
  c = nnr.core.epoch_columns ();
  k = better_fold (after, outcome(:,c.ValDataLoss), s);
  if (isempty (k))
    return
  end
  chain = chains(1);
  [chain.Live, chain.Theta] = deal (chains(k).Live, after(k).Theta);
  chain.Data = nnr.data.of_inputs (chain.X, chain.Live, chain.Fit, s);
  [refitted, again] = nnr.path.train_chains (journal, chain, s);
  if (again(c.ValDataLoss) >= outcome(1,c.ValDataLoss))
    return
  end
  [chain.Theta, chain.Covariance] = deal (chains(k).Theta, nnr.path.covariance (chain));
  [chains(1), after(1), outcome(1,:)] = deal (chain, refitted, again);
end

## The chain that is best on all rows, of those that are clearly better than the first. LOSSES are
## those on the measured rows. Empty if there is none.
function best = better_fold (chains, losses, s)
  clearly = 0.9;
  [best, least] = deal ([], clearly * losses(1));
  for k = 2:numel (chains)
    if (losses(k) < clearly * loss_of (chains(1), chains(k).Measured, s))
      loss = loss_of (chains(k), [], s);
      if (loss < least)
        [best, least] = deal (k, loss);
      end
    end
  end
end

## The data loss of a chain's network on ROWS ([]: all).
function loss = loss_of (chain, rows, s)
  targets = chain.Fit.Targets;
  network = nnr.model.make_network (s, numel (chain.Live), targets.NumOutputs);
  samples = nnr.data.make_samples (chain.Data, targets, rows);
  samples.Weights = targets.SampleWeights;
  loss = nnr.train.data_loss (network, chain.Theta, samples, s);
end
