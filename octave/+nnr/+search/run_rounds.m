## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## found = nnr.search.run (plan, candidates, study, measure, runner)
##
## All trainings of a search, round by round: a struct with a row of Outcome and a cell of Curves
## for each job, the Round that each candidate came to, and Complete.
##
## runner runs the jobs of a round, as nnr.queue.run does, and returns their queue; where that is not
## done, other processes are at it and the search is not complete.

function found = run (plan, candidates, study, measure, runner)
  rounds = nnr.search.rounds (numel (candidates), plan.Halving);
  num_jobs = numel (candidates) * nnr.folds.count (plan.Folds);
  found = struct ('Outcome', NaN (num_jobs, 8 + measure.Count), 'Curves', {cell(num_jobs, 1)}, ...
                  'Round', ones (1, numel (candidates)), 'Complete', false, 'Rounds', rounds);
  alive = 1:numel (candidates);
  states = cell (num_jobs, 1);
  for k = 1:numel (rounds)
    found.Round(alive) = k;
    extra = struct ('Study', study, 'Round', k, 'Measure', measure.Function, ...
                    'NumMeasures', measure.Count, 'KeepCurves', plan.Curves, ...
                    'KeepStates', k < numel (rounds), 'KeepThetas', false);
    jobs = nnr.queue.make_jobs (candidates, plan.Folds, alive);
    jobs = cut_epochs (jobs, rounds(k).Share, plan.Curves);
    jobs = nnr.queue.link_jobs (jobs, candidates, plan.WarmStart);
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
      drop_left_out (study, k, setdiff (alive, left), plan.Folds);
      alive = left;
    end
  end
  found.Complete = true;
  nnr.study.drop_states (study);
end

function reader = state_reader (study, round, states)
  if (isempty (study))
    reader = @(job) states{job.Number};
  else
    reader = @(job) nnr.study.load_state (study, round - 1, job.Number);
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
  num_folds = nnr.folds.count (plan.Folds);
  score = measure.Scores(1);
  values = nnr.search.score_column (score, found.Outcome);
  means = mean (reshape (values, num_folds, []), 1);
  means = means(alive);
  means(isnan (means)) = -Inf * score.Better;
  [~, order] = sort (score.Better * means, 'descend');
  left = sort (alive(order(1:count)));
end

function drop_left_out (study, round, gone, folds)
  if (isempty (study))
    return;
  end
  num_folds = nnr.folds.count (folds);
  for k = gone(:).'
    for number = (k - 1) * num_folds + (1:num_folds)
      nnr.study.drop_state (study, round, number);
    end
  end
end
