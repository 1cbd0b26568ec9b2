## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {[@var{chains}, @var{outcome}, @var{penalty}] =} train_chains (@var{p}, @var{chains}, @var{targets}, @var{s})
## Trains each chain of a path by the settings @var{s} from where it stands.  A row of
## @var{outcome} for each: the core's seven numbers of the last epoch, those of the
## validation on the samples that the chain is measured on, and whether the exact solver
## converged.  Those that the path's journal knows are not trained again.
## @seealso{path_chains, path_journal, run_jobs}
## @end deftypefn

function [chains, outcome, penalty] = train_chains (p, chains, targets, s)
  for k = 1:numel (chains)
    c = chains(k);
    train = make_samples (c.Data, targets, c.Train);
    measured = make_samples (c.Data, targets, c.Measured);
    measured.Weights = targets.SampleWeights;
    problem = make_problem (p.Caller, s, train, measured, targets.NumOutputs);
    problem.ValidateLastOnly = 1;
    jobs(k) = struct ('Problem', problem, 'Settings', s, 'Theta', c.Theta);
  end
  penalty = problem.Penalty;
  [thetas, outcome] = path_journal (p.Journal, 'recall', jobs);
  if (isempty (thetas))
    [thetas, outcome] = trained (p.Caller, jobs, s);
    path_journal (p.Journal, 'note', thetas, outcome);
  end
  if (any (isnan (outcome(:,4))))
    error ('nnreg:diverged', ['%s: a training of the path diverged; try a smaller ' ...
                              'LearnRate, or "Standardize", true'], p.Caller);
  end
  [chains.Theta] = thetas{:};
end

function [thetas, outcome] = trained (caller, jobs, s)
  s.Verbose = 0;
  if (isscalar (jobs))
    ## One training has all threads to itself.
    state = start_state (caller, jobs.Problem.Network, s, jobs.Theta);
    warning ('off', 'nnreg:notConverged', 'local');
    [theta, log, ~, ~, converged] = run_training (caller, jobs.Problem, state, s);
    [outcome, thetas] = deal ([log(end,:), converged], {theta});
  else
    [outcome, thetas] = run_jobs (caller, jobs, s);
  end
end
