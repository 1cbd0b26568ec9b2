## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## found = nnr.search.run_rounds (plan, candidates, study, measure, runner)
##
## All trainings of a search, round by round. FOUND has a row of Outcome, and cells of
## Curves and Thetas (empty: not kept), for each job; Rounds (of nnr.search.rounds), Round (the last
## one of each candidate), and Complete.
##
## queue = RUNNER (jobs, extra) does the jobs of a round as nnr.queue.run does. If it leaves jobs to
## other processes, the search is not complete.

function found = run_rounds (plan, candidates, study, measure, runner)
  rounds = nnr.search.rounds (numel (candidates), plan.Halving);
  c = nnr.core.epoch_columns ();
  num_folds = nnr.folds.count (plan.Folds);
  num_jobs = numel (candidates) * num_folds;
  found = struct ('Outcome', NaN (num_jobs, c.Converged + measure.Count), ...
                  'Curves', {cell(num_jobs, 1)}, 'Thetas', {cell(num_jobs, 1)}, ...
                  'Round', ones (1, numel (candidates)), ...
                  'Complete', false, 'Rounds', rounds);
  alive = 1:numel (candidates);
  states = cell (num_jobs, 1);
  for k = 1:numel (rounds)
    found.Round(alive) = k;
    extra = struct ('Study', study, 'Round', k, 'Measure', measure.Function, ...
                    'NumMeasures', measure.Count, 'KeepCurves', plan.Curves, ...
                    'KeepStates', k < numel (rounds), ...
                    'KeepThetas', k == numel (rounds) && may_keep (candidates, num_folds));
    jobs = nnr.queue.make_jobs (candidates, plan.Folds, alive);
    jobs = nnr.queue.link_jobs (jobs, candidates, plan.WarmStart);
    jobs = cut_epochs (jobs, rounds(k).Share, plan.Curves);
    if (k > 1)
      jobs = continued (jobs, found);
      extra.StateOf = @(job) state_of (job, study, k - 1, states);
    end
    queue = runner (jobs, extra);
    study = queue.Study;
    done = queue.Numbers(queue.Done);
    found.Outcome(done,:) = queue.Outcome(queue.Done,:);
    found.Curves(done) = queue.Curves(queue.Done);
    if (extra.KeepThetas)
      found.Thetas(queue.Numbers) = queue.Thetas;
    end
    if (! all (queue.Done))
      return;
    end
    states(queue.Numbers) = queue.States;
    if (k < numel (rounds))
      left = survivors (found, alive, num_folds, measure.Scores(1), rounds(k + 1).Count);
      drop_states_of (setdiff (alive, left), num_folds, study, k);
      alive = left;
    end
  end
  found.Complete = true;
  nnr.study.drop (study, 'states');
end

## Whether the parameters of all trainings are few enough to keep.
function yes = may_keep (candidates, num_folds)
  most = 2 ^ 24;
  count = @(c) nnr.model.count_parameters ([c.Fit.Data.NumInputs, c.Settings.LayerSizes, ...
                                            c.Fit.Targets.NumOutputs]);
  yes = num_folds * sum (arrayfun (count, candidates)) <= most;
end

function state = state_of (job, study, round, states)
  if (isempty (study))
    state = states{job.Number};
  else
    state = nnr.study.load_state (study, round, job.Number);
  end
end

## A round ends after its share of the epochs. The next round continues from there.
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

function jobs = continued (jobs, found)
  c = nnr.core.epoch_columns ();
  for k = 1:numel (jobs)
    jobs(k).Row = found.Outcome(jobs(k).Number,1:c.Count);
    jobs(k).Curve = found.Curves{jobs(k).Number};
  end
end

## The best COUNT candidates by the mean of a score. Diverged candidates come last.
function left = survivors (found, alive, num_folds, score, count)
  values = nnr.results.score_column (score, found.Outcome);
  means = score.Better * mean (reshape (values, num_folds, []), 1)(alive);
  means(isnan (means)) = -Inf;
  [~, order] = sort (means, 'descend');
  left = sort (alive(order(1:count)));
end

function drop_states_of (gone, num_folds, study, round)
  if (isempty (study))
    return;
  end
  for k = gone(:).'
    for number = (k - 1) * num_folds + (1:num_folds)
      nnr.files.remove_file (nnr.study.state_file (study, round, number));
    end
  end
end
