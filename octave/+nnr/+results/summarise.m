## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.results.summarise (plan, candidates, measure, found, select)
##
## The result of a complete search, without its model.

function r = summarise (plan, candidates, measure, found, select)
  num_folds = nnr.folds.count (plan.Folds);
  results = results_of (plan, candidates, measure.Scores, found);
  means = measure.Scores(1).Better * [results.Mean];
  means(found.Round < numel (found.Rounds)) = NaN;      # halving stopped these early
  check_means (means, measure.Scores(1), found, num_folds, plan.Options.Task);
  r = struct ('Results', results, 'ScoreName', measure.Scores(1).Name, ...
              'LargerIsBetter', [measure.Scores.Better] > 0);
  [~, best] = max (means);
  se = results(best).Std / sqrt (num_folds / columns (plan.Folds.Of));
  r.OneSEIndex = one_standard_error (candidates, means, [results.Zeros], best, se);
  r.BestIndex = best;
  if (strcmp (select, '1se'))
    r.BestIndex = r.OneSEIndex;
  end
  r.BestScore = results(r.BestIndex).Mean;
  r.BestParams = results(r.BestIndex).Params;
  r.Folds = plan.Folds.Of;
  r.Table = nnr.results.table (r);
  r.Comparison = nnr.results.compare (r, test_ratio (plan.Folds));
  warn_not_converged (candidates, found, num_folds);
end

function results = results_of (plan, candidates, scores, found)
  num_folds = nnr.folds.count (plan.Folds);
  c = nnr.core.epoch_columns ();
  by_fold = @(column) reshape (found.Outcome(:,column), num_folds, []);
  zeros_of = mean (by_fold (c.Zeros), 1);
  seconds = sum (by_fold (c.Seconds), 1);
  for k = 1:numel (candidates)
    jobs = (k - 1) * num_folds + (1:num_folds);
    outcome = found.Outcome(jobs,:);
    values = nnr.results.score_column (scores(1), outcome).';
    one = struct ('Params', candidates(k).Params, 'FoldScores', values, 'Mean', mean (values), ...
                  'Std', spread (values), 'Zeros', zeros_of(k), 'Seconds', seconds(k));
    if (numel (scores) > 1)
      for score = scores
        one.Scores.(score.Name) = nnr.results.score_column (score, outcome).';
      end
    end
    if (plan.Halving > 0)
      share = found.Rounds(found.Round(k)).Share;
      one.Epochs = max (1, ceil (share * candidates(k).Settings.Epochs - 1e-9));
      if (strcmp (candidates(k).Settings.Solver, 'coordinate'))
        one.Epochs = NaN;       # each round trains it to its optimum
      end
    end
    if (plan.Curves)
      history = @(log) nnr.train.make_history (log, plan.Options.Task, true, ...
                                               candidates(k).Penalty{2});
      one.Curves = cellfun (history, found.Curves(jobs).', 'UniformOutput', false);
    end
    results(k) = one;
  end
end

## NaN for a single value, which has no spread.
function s = spread (values)
  s = std (values);
  if (isscalar (values))
    s = NaN;
  end
end

## Samples in a fold by samples that its training learns from, on average.
function ratio = test_ratio (folds)
  [inside, outside] = nnr.folds.sides (folds);
  ratio = sum (cellfun (@numel, inside)) / sum (cellfun (@numel, outside));
end

function check_means (means, score, found, num_folds, task)
  if (! all (isnan (means)))
    return;
  end
  c = nnr.core.epoch_columns ();
  trained = reshape (! isnan (found.Outcome(:,c.Seconds)), num_folds, []);
  if (any (all (trained, 1)))
    reason = '';
    if (is_function_handle (score.Function))
      reason = ': its function returned NaN';
    elseif (strcmp (task, 'classification'))
      reason = ' (does a fold lack a class?)';
    end
    error ('nnreg:badData', 'the Score %s is not a number in some fold of every candidate%s', ...
           score.Name, reason);
  end
  error ('nnreg:diverged', ['every candidate diverged; try a smaller LearnRate, or ' ...
                            '"Standardize", true']);
end

## The sparsest candidate within one standard error of the best. Ties go to the larger Lambda, then
## to the better mean.
function index = one_standard_error (candidates, means, zeros_of, best, se)
  index = best;
  if (isnan (means(best)))
    return;
  end
  near = find (means >= means(best) - max (se, 0));
  lambda = arrayfun (@(k) size_of_lambda (candidates(k).Settings.Lambda), near);
  [~, order] = sortrows ([zeros_of(near).', lambda.', means(near).'], [-1, -2, -3]);
  index = near(order(1));
end

function size_of = size_of_lambda (lambda)
  size_of = 0;
  if (isnumeric (lambda))
    size_of = sum (lambda(:));
  end
end

function warn_not_converged (candidates, found, num_folds)
  exact = cellfun (@(s) ! strcmp (s.Solver, 'adam') && isempty (s.LayerSizes), ...
                   {candidates.Settings});
  in_last = found.Round == numel (found.Rounds);
  c = nnr.core.epoch_columns ();
  converged = reshape (found.Outcome(:,c.Converged), num_folds, []);
  short = find (exact & in_last & any (converged == 0, 1));
  if (! isempty (short))
    s = candidates(short(1)).Settings;
    [in_epochs, advice] = deal (sprintf (' in %s', nnr.words.count_text (s.Epochs, 'Epoch')), ...
                                'more Epochs');
    if (strcmp (s.Solver, 'coordinate'))
      [in_epochs, advice] = deal ('', 'larger Lambdas');
    end
    nnr.words.warn ('nnreg:notConverged', ['%d of the %s did not reach their Tolerance, the ' ...
                                           'first is number %d (Tolerance %g%s); give %s, or a ' ...
                                           'larger Tolerance'], numel (short), ...
                    nnr.words.count_text (numel (candidates), 'candidate'), short(1), ...
                    s.Tolerance, in_epochs, advice);
  end
end
