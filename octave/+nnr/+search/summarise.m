## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.search.summarise (plan, candidates, measure, found, select)
##
## The result struct of a search, without its model.

function r = summarise (plan, candidates, measure, found, select)
  num_folds = nnr.folds.count (plan.Folds);
  first = measure.Scores(1);
  by_candidate = @(values) reshape (values, num_folds, []).';
  scores = by_candidate (nnr.search.score_column (first, found.Outcome));
  zeros_of = mean (by_candidate (found.Outcome(:,6)), 2);
  seconds = sum (by_candidate (found.Outcome(:,7)), 2);
  for k = 1:numel (candidates)
    results(k) = struct ('Params', candidates(k).Params, 'FoldScores', scores(k,:), ...
                         'Mean', mean (scores(k,:)), 'Std', std (scores(k,:)), ...
                         'Zeros', zeros_of(k), 'Seconds', seconds(k));
  end
  results = with_more (results, plan, candidates, measure, found);
  means = first.Better * [results.Mean];
  means(found.Round < numel (found.Rounds)) = NaN;
  r = struct ('Results', results, 'ScoreName', first.Name, 'LargerIsBetter', first.Better > 0);
  [~, best] = max (means);
  se = results(best).Std / sqrt (num_folds / columns (plan.Folds));
  r.OneSEIndex = one_standard_error (candidates, means, zeros_of.', best, se);
  r.BestIndex = best;
  if (strcmp (select, '1se'))
    r.BestIndex = r.OneSEIndex;
  end
  r.BestScore = results(r.BestIndex).Mean;
  r.BestParams = results(r.BestIndex).Params;
  r.Folds = plan.Folds;
  r.Table = nnr.search.table (r);
  r.Comparison = nnr.search.compare_candidates (r);
  if (all (isnan (means)))
    trained = ! isnan (found.Outcome(:,7));
    if (any (all (by_candidate (trained), 2)))
      error ('nnreg:badData', ['the Score %s is not a number in some fold of every ' ...
                               'candidate (does a fold lack a class?)'], first.Name);
    end
    error ('nnreg:diverged', ['every candidate diverged; try a smaller LearnRate, ' ...
                              'or "Standardize", true']);
  end
  warn_not_converged (candidates, found, num_folds);
end

## Fields that only some searches have.
function results = with_more (results, plan, candidates, measure, found)
  num_folds = nnr.folds.count (plan.Folds);
  for k = 1:numel (results)
    jobs = (k - 1) * num_folds + (1:num_folds);
    if (numel (measure.Scores) > 1)
      for score = measure.Scores
        results(k).Scores.(score.Name) = nnr.search.score_column (score, found.Outcome(jobs,:)).';
      end
    end
    if (plan.Halving > 0)
      share = found.Rounds(found.Round(k)).Share;
      results(k).Epochs = max (1, ceil (share * candidates(k).Settings.Epochs - 1e-9));
    end
    if (plan.Curves)
      results(k).Curves = cellfun (@(log) nnr.train.make_history (log, plan.Options.Task, true), ...
                                   found.Curves(jobs).', 'UniformOutput', false);
    end
  end
end

## The sparsest within one standard error; then the larger Lambda, then the better mean.
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
  exact = cellfun (@(s) strcmp (s.Solver, 'fista') && isempty (s.LayerSizes), ...
                   {candidates.Settings});
  in_last = found.Round == numel (found.Rounds);
  converged = reshape (found.Outcome(:,8), num_folds, []);
  short = exact & in_last & any (converged == 0, 1);
  if (any (short))
    k = find (short, 1);
    s = candidates(k).Settings;
    nnr.words.warn ('nnreg:notConverged', ['%d of the %s did not reach their ' ...
                                           'Tolerance, the first is number %d (Tolerance %g in ' ...
                                           '%s); give more Epochs, or a larger Tolerance'], nnz (short), nnr.words.count_text (numel (candidates), 'candidate'), k, s.Tolerance, ...
                    nnr.words.count_text (s.Epochs, 'Epoch'));
  end
end
