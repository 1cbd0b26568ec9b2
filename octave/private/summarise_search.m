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
## @deftypefn {Private Function} {@var{r} =} summarise_search (@var{candidates}, @var{folds}, @var{outcome}, @var{s})
## The result struct of a search, without its model.
## @seealso{nnreg_gridsearch, run_jobs}
## @end deftypefn

function r = summarise_search (candidates, folds, outcome, s)
  num_folds = max (folds);
  scores = reshape (outcome(:,5), num_folds, []).';
  better = 1;
  r.ScoreName = 'Accuracy';
  if (strcmpi (s.Task, 'regression'))
    scores = sqrt (scores);
    better = -1;
    r.ScoreName = 'RMSE';
  end
  zeros_of = mean (reshape (outcome(:,6), num_folds, []), 1);
  seconds = sum (reshape (outcome(:,7), num_folds, []), 1);
  for k = 1:numel (candidates)
    results(k) = struct ('Params', candidates(k).Params, 'FoldScores', scores(k,:), ...
                         'Mean', mean (scores(k,:)), 'Std', std (scores(k,:)), ...
                         'Zeros', zeros_of(k), 'Seconds', seconds(k));
  end
  r.Results = results;
  means = [results.Mean];
  [~, r.BestIndex] = max (better * means);
  r.BestScore = means(r.BestIndex);
  r.BestParams = results(r.BestIndex).Params;
  r.OneSEIndex = one_standard_error (candidates, better * means, zeros_of, r.BestIndex, ...
                                     results(r.BestIndex).Std / sqrt (num_folds));
  r.Folds = folds;
end

## The sparsest within one standard error; then the larger Lambda, then the better mean.
function index = one_standard_error (candidates, means, zeros_of, best, se)
  index = best;
  if (isnan (means(best)))
    return;
  end
  near = find (means >= means(best) - max (se, 0));
  lambda = arrayfun (@(k) sum (candidates(k).Settings.Lambda(:)), near);
  [~, order] = sortrows ([zeros_of(near).', lambda.', means(near).'], [-1, -2, -3]);
  index = near(order(1));
end
