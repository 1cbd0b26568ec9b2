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
## @deftypefn {Private Function} {@var{found} =} run_search (@var{caller}, @var{plan}, @var{candidates}, @var{study}, @var{measure}, @var{runner})
## All trainings of a search, round by round: a struct with a row of @code{Outcome} and a
## cell of @code{Curves} for each job, the @code{Round} that each candidate came to, and
## @code{Complete}.
##
## @var{runner} runs the jobs of a round, as @code{run_jobs} does, and returns their queue;
## where that is not done, other processes are at it and the search is not complete.
## @seealso{search_rounds, run_jobs, summarise_search}
## @end deftypefn

function found = run_search (caller, plan, candidates, study, measure, runner)
  rounds = search_rounds (numel (candidates), plan.Halving);
  num_jobs = numel (candidates) * count_folds (plan.Folds);
  found = struct ('Outcome', NaN (num_jobs, 8 + measure.Count), 'Curves', {cell(num_jobs, 1)}, ...
                  'Round', ones (1, numel (candidates)), 'Complete', false, 'Rounds', rounds);
  alive = 1:numel (candidates);
  states = cell (num_jobs, 1);
  for k = 1:numel (rounds)
    found.Round(alive) = k;
    extra = struct ('Study', study, 'Round', k, 'Measure', measure.Function, ...
                    'NumMeasures', measure.Count, 'KeepCurves', plan.Curves, ...
                    'KeepStates', k < numel (rounds), 'KeepThetas', false);
    jobs = make_jobs (caller, candidates, plan.Folds, alive);
    jobs = cut_epochs (jobs, rounds(k).Share, plan.Curves);
    jobs = link_jobs (jobs, candidates, plan.WarmStart);
    if (k > 1)
      jobs = go_on (jobs, found);
      extra.StateOf = state_reader (study, k, states);
    end
    queue = runner (jobs, extra);
    study = queue.Study;
    found = book (found, queue);
    if (! all (queue.Done))
      return;
    end
    states(queue.Numbers) = queue.States;
    if (k < numel (rounds))
      left = survivors (found, alive, plan, measure, rounds(k + 1).Count);
      drop_states (study, k, setdiff (alive, left), plan.Folds);
      alive = left;
    end
  end
  found.Complete = true;
  study_drop_states (study);
end

function reader = state_reader (study, round, states)
  if (isempty (study))
    reader = @(job) states{job.Number};
  else
    reader = @(job) study_load_state (study, round - 1, job.Number);
  end
end

## A round ends after its share of the epochs; what is not yet over can go on.
function jobs = cut_epochs (jobs, share, with_curves)
  for k = 1:numel (jobs)
    problem = jobs(k).Problem;
    epochs = max (1, ceil (share * numel (problem.LearnRates) - 1e-9));
    problem.LearnRates = problem.LearnRates(1:epochs);
    problem.LambdaScales = problem.LambdaScales(1:min (epochs, end));
    problem.ValidateLastOnly = double (! with_curves);
    jobs(k).Problem = problem;
  end
end

function jobs = go_on (jobs, found)
  for k = 1:numel (jobs)
    jobs(k).Row = found.Outcome(jobs(k).Number,1:7);
    jobs(k).Curve = found.Curves{jobs(k).Number};
  end
end

function found = book (found, queue)
  at = queue.Numbers(queue.Done);
  found.Outcome(at,:) = queue.Outcome(queue.Done,:);
  found.Curves(at) = queue.Curves(queue.Done);
end

## The best by the mean of the first score; those that diverged last.
function left = survivors (found, alive, plan, measure, count)
  num_folds = count_folds (plan.Folds);
  score = measure.Scores(1);
  values = score_column (score, found.Outcome);
  means = mean (reshape (values, num_folds, []), 1);
  means = means(alive);
  means(isnan (means)) = -Inf * score.Better;
  [~, order] = sort (score.Better * means, 'descend');
  left = sort (alive(order(1:count)));
end

function drop_states (study, round, gone, folds)
  if (isempty (study))
    return;
  end
  num_folds = count_folds (folds);
  for k = gone(:).'
    for number = (k - 1) * num_folds + (1:num_folds)
      study_drop_state (study, round, number);
    end
  end
end
