## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [chains, outcome, penalty] = nnr.path.train_chains (journal, chains, s)
##
## Continues the training of each chain of a path from its parameters, with the settings S; or takes
## the results from the JOURNAL if it has them. OUTCOME has a row for each chain: the core's row of
## the last epoch, validated on the chain's measured samples, and Converged
## (nnr.core.epoch_columns).

function [chains, outcome, penalty] = train_chains (journal, chains, s)
  for k = 1:numel (chains)
    chain = chains(k);
    targets = chain.Fit.Targets;
    train = nnr.data.make_samples (chain.Data, targets, chain.Train);
    measured = nnr.data.make_samples (chain.Data, targets, chain.Measured);
    measured.Weights = targets.SampleWeights;
    problem = nnr.train.make_problem (s, train, measured, targets.NumOutputs);
    problem.ValidateLastOnly = 1;
    jobs(k) = struct ('Problem', problem, 'Settings', s, 'Theta', chain.Theta);
  end
  penalty = problem.Penalty;
  [thetas, outcome] = journal.recall (jobs);
  if (isempty (thetas))
    [thetas, outcome] = trained_or_noted (journal, jobs, s);
    journal.note (thetas, outcome);
  end
  c = nnr.core.epoch_columns ();
  if (any (isnan (outcome(:,c.ValDataLoss))))
    error ('nnreg:diverged', ['a training of the path diverged; try a smaller LearnRate, or ' ...
                              '"Standardize", true']);
  end
  [chains.Theta] = thetas{:};
end

## A training that diverges in its first epoch has its place in the journal too, as NaN: the path
## may go on without it, and what comes after must be found again.
function [thetas, outcome] = trained_or_noted (journal, jobs, s)
  try
    [thetas, outcome] = trained (jobs, s);
  catch err
    if (strcmp (err.identifier, 'nnreg:diverged'))
      c = nnr.core.epoch_columns ();
      counts = arrayfun (@(j) nnr.model.count_parameters (j.Problem.Network.Sizes), jobs);
      nothing = arrayfun (@(count) zeros (count, 1, s.Precision), counts, 'UniformOutput', false);
      journal.note (nothing, NaN (numel (jobs), c.Converged));
    end
    rethrow (err);
  end
end

function [thetas, outcome] = trained (jobs, s)
  s.Verbose = 0;
  if (isscalar (jobs))
    ## One training has all threads to itself.
    state = nnr.train.start_state (jobs.Problem, s, jobs.Theta);
    warning ('off', 'nnreg:notConverged', 'local');
    [theta, log, ~, ~, converged] = nnr.train.run (jobs.Problem, state, s);
    [outcome, thetas] = deal ([log(end,:), converged], {theta});
  else
    queue = nnr.queue.run (jobs, s, struct ('KeepThetas', true));
    [outcome, thetas] = deal (queue.Outcome, queue.Thetas);
  end
end
