## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## lambda = nnr.path.pilot_lambda (d, s)
##
## A lambda at which training leaves no penalised weight of a network (for "group": no weight of an
## input). A short training finds it, in which lambda grows by a third every 20 batches: it is the
## lambda at which the last such weight vanishes, and a third more.
##
## A penalty that makes no zeros gets 0.1 for "l2", at which networks predict the mean, and 0.2 for
## "elasticnet" with Alpha 0, which is the same penalty.

function lambda = pilot_lambda (d, s)
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  if (! u.MakesZeros)
    lambda = 0.1 / u.L2;
    return
  end
  ## An epoch has 20 batches; if the samples are too few, several epochs have the same lambda.
  batches = 20;
  count = min (d.Data.NumSamples, batches * s.BatchSize);
  epochs = ceil (batches / ceil (count / s.BatchSize));
  lambdas = repelem (1e-6 * (4 / 3) .^ (0:71), epochs);
  s.Lambda = @(epoch) lambdas(epoch);
  ## Whatever trains the path: only Adam with "proximal" makes zeros under a lambda that changes.
  [s.Epochs, s.Verbose, s.Solver, s.L1Method] = deal (numel (lambdas), 0, 'adam', 'proximal');
  pilot_stream = 4;
  few = sort (__nnreg_shuffle__ (d.Data.NumSamples, s.Seed, pilot_stream)(1:count));
  samples = nnr.data.make_samples (d.Data, d.Targets, few);
  problem = nnr.train.make_problem (s, samples, [], d.Targets.NumOutputs);
  if (! u.ByInput && problem.Penalty.Lambda1(1) > 0 && any (problem.Penalty.Factors == 0))
    ## Behind inputs without a penalty weights may live for long: the first layer alone tells.
    [problem.Penalty.Lambda1(2:end), problem.Penalty.Lambda2(2:end)] = deal (0);
  end
  [~, log] = nnr.train.run (problem, nnr.train.start_state (problem, s), s);
  c = nnr.core.epoch_columns ();
  at = find (log(:,c.Zeros) >= all_dead (u, problem), 1);
  lambda = lambdas(end);
  if (! isempty (at))
    lambda = 4 / 3 * lambdas(at);
  end
end

## The share of zeros when nothing is alive that has a penalty. The l2 of "group" behind the first
## layer makes no zeros.
function share = all_dead (u, problem)
  share = 1;
  p = problem.Penalty;
  free = nnz (p.Factors == 0) / numel (p.Factors);        # NaN if there are no factors
  sizes = problem.Network.Sizes(1:end - 1) .* problem.Network.Sizes(2:end);
  penalized = p.Lambda1 > 0 | p.Lambda2 > 0;
  penalized(1) = penalized(1) || p.Group > 0;
  if (u.ByInput || (free > 0 && penalized(1)))
    share = round (sizes(1) * (1 - max (free, 0))) / sum (sizes(penalized));
  end
end
