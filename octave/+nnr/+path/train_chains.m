## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [chains, outcome, penalty] = nnr.path.train_chains (p, chains, targets, s)
##
## Trains each chain of a path by the settings s from where it stands.  A row of outcome for each:
## the core's seven numbers of the last epoch, those of the validation on the samples that the
## chain is measured on, and whether the exact solver converged.  Those that the path's journal
## knows are not trained again.

function [chains, outcome, penalty] = train_chains (p, chains, targets, s)
  for k = 1:numel (chains)
    c = chains(k);
    train = nnr.data.make_samples (c.Data, targets, c.Train);
    measured = nnr.data.make_samples (c.Data, targets, c.Measured);
    measured.Weights = targets.SampleWeights;
    problem = nnr.train.make_problem (s, train, measured, targets.NumOutputs);
    problem.ValidateLastOnly = 1;
    jobs(k) = struct ('Problem', problem, 'Settings', s, 'Theta', c.Theta);
  end
  penalty = problem.Penalty;
  [thetas, outcome] = nnr.path.journal (p.Journal, 'recall', jobs);
  if (isempty (thetas))
    [thetas, outcome] = trained (jobs, s);
    nnr.path.journal (p.Journal, 'note', thetas, outcome);
  end
  if (any (isnan (outcome(:,4))))
    error ('nnreg:diverged', ['a training of the path diverged; try a smaller ' ...
                              'LearnRate, or "Standardize", true']);
  end
  [chains.Theta] = thetas{:};
end

function [thetas, outcome] = trained (jobs, s)
  s.Verbose = 0;
  if (isscalar (jobs))
    ## One training has all threads to itself.
    state = nnr.train.start_state (jobs.Problem.Network, s, jobs.Theta);
    warning ('off', 'nnreg:notConverged', 'local');
    [theta, log, ~, ~, converged] = nnr.train.run (jobs.Problem, state, s);
    [outcome, thetas] = deal ([log(end,:), converged], {theta});
  else
    queue = nnr.queue.run (jobs, s, struct ('KeepThetas', true));
    [outcome, thetas] = deal (queue.Outcome, queue.Thetas);
  end
end
