## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [chains, after, outcome] = nnr.path.follow_fold (p, chains, after, outcome, s)
##
## The CHAINS of a path that drops inputs, and AFTER, their refits at a point with the settings S,
## where the first chain, of all rows, may have lost an input that a fold keeps. It has if the refit
## of a fold is clearly better, on all rows and on those too that it did not learn from. Then the
## first chain goes on with the inputs and weights of this fold, and is refitted on all rows from
## the fold's refit. If this is no better, all stays as it is. OUTCOME has a row for each chain
## (nnr.path.train_chains). A fold with more inputs than p.MaxFeatures, of large groups, is not
## followed.

function [chains, after, outcome] = follow_fold (p, chains, after, outcome, s)
  c = nnr.core.epoch_columns ();
  k = better_fold (p, after, outcome(:,c.ValDataLoss), s);
  if (isempty (k))
    return
  end
  chain = chains(1);
  [chain.Live, chain.Theta] = deal (chains(k).Live, after(k).Theta);
  chain.Data = nnr.data.of_inputs (chain.X, chain.Live, chain.Fit, s);
  ## The path goes on without a refit that diverges, so the user hears nothing of it.
  warning ('off', 'nnreg:diverged', 'local');
  [refitted, loss, again] = nnr.path.tried (p.Journal, chain, s);
  if (loss >= outcome(1,c.ValDataLoss))
    return
  end
  [chain.Theta, chain.Covariance] = deal (chains(k).Theta, nnr.path.covariance (chain));
  [chains(1), after(1), outcome(1,:)] = deal (chain, refitted, again);
end

## The chain that is best on all rows, of those that are clearly better than the first. LOSSES are
## those on the measured rows. Empty if there is none.
function best = better_fold (p, chains, losses, s)
  clearly = 0.9;
  [best, least] = deal ([], clearly * losses(1));
  fits = @(k) nnr.path.count_inputs ({chains(k).Live}, nnr.table.of (s)) <= p.MaxFeatures;
  for k = 2:numel (chains)
    if (fits (k) && losses(k) < clearly * loss_of (chains(1), chains(k).Measured, s))
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

%!test # a refit that diverges leaves all as it is, in silence
%! randn ("twister", 3);
%! X = randn (160, 6);
%! s = nnr.options.settings ({"Task", "regression", "LayerSizes", 4, "Lambda", [], "Penalty", ...
%!                            "none", "Epochs", 20, "BatchSize", 32, "Verbose", 0, "Threads", 1});
%! targets = nnr.targets.make (2 * X(:,1) - X(:,2), 160, s);
%! p = struct ("CheckpointFile", "", "Verbose", 0, "CV", 2, "CVGroups", [], "CVTime", [], ...
%!             "Repeats", 1, "Lambda", [], "Exact", false, "Predicts", false, "MaxFeatures", Inf);
%! folds = nnr.path.folds (p, targets, s, []);
%! [~, outside] = nnr.folds.sides (folds);
%! d = nnr.train.prepare_data (X, targets, s, outside);
%! s.Standardize = d.Standardize;
%! s.Table = [];
%! chains = nnr.path.chains (d, folds, X, s);
%! for k = 1:3
%!   chains(k).Moments = nnr.data.input_moments (X, chains(k).Fit, chains(k).Train, [], s);
%!   chains(k).Covariance = [];
%! end
%! p.Journal = nnr.path.Journal (p, s, d, folds);
%! [after, outcome] = nnr.path.train_chains (p.Journal, chains, s);
%! c = nnr.core.epoch_columns ();
%! outcome(:,c.ValDataLoss) = [100; 1e-6; 1e-6];          # as if it had lost much
%! [~, ~, better] = nnr.path.follow_fold (p, chains, after, outcome, s);
%! assert (better(1,c.ValDataLoss) < 1);
%! lastwarn ("");
%! for rate = [1e4, 1e12]
%!   s.LearnRate = rate;
%!   [same, ~, again] = nnr.path.follow_fold (p, chains, after, outcome, s);
%!   assert ({same.Theta}, {chains.Theta});
%!   assert (again, outcome);
%! end
%! assert (lastwarn (), "");
