## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## lambda = nnr.path.pilot_lambda (d, s)
##
## A lambda at which training leaves no penalised weight of a network alive (for "group" no weight
## of an input): that where the last one dies in a short training under a lambda that grows by a
## third every 20 batches, and a third more.  It is Adam's and proximal whatever the path's own
## way, since it looks for zeros under a lambda that changes.
##
## For "l2", which leaves all alive, it is 0.1, from where on networks predict the mean, and for
## "elasticnet" without an L1 share 0.2, which is the same penalty.

function lambda = pilot_lambda (d, s)
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  if (! u.MakesZeros)
    lambda = 0.1 / u.L2;
    return
  end
  ## Samples for 20 batches an epoch, or so many epochs that there are 20.
  batches = 20;
  count = min (d.Data.NumSamples, batches * s.BatchSize);
  epochs = ceil (batches / ceil (count / s.BatchSize));
  lambdas = repelem (1e-6 * (4 / 3) .^ (0:71), epochs);
  s.Lambda = @(epoch) lambdas(epoch);
  [s.Epochs, s.Verbose, s.Solver, s.L1Method] = deal (numel (lambdas), 0, 'adam', 'proximal');
  pilot_stream = 4;
  few = sort (__nnreg_shuffle__ (d.Data.NumSamples, s.Seed, pilot_stream)(1:count));
  problem = nnr.train.make_problem (s, nnr.data.make_samples (d.Data, d.Targets, few), [], ...
                                    d.Targets.NumOutputs);
  [~, log] = nnr.train.run (problem, nnr.train.start_state (problem.Network, s), s);
  at = find (log(:,6) >= all_dead (s, problem), 1);
  lambda = lambdas(end);
  if (! isempty (at))
    lambda = 4 / 3 * lambdas(at);
  end
end

## The share of zeros where nothing is alive: behind the inputs of "group" an l2 leaves no zeros.
function share = all_dead (s, problem)
  share = 1;
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  if (u.ByInput)
    sizes = problem.Network.Sizes(1:end - 1) .* problem.Network.Sizes(2:end);
    behind = problem.Penalty.Lambda2 > 0;
    share = sizes(1) / (sizes(1) + sum (sizes(behind)));
  end
end
