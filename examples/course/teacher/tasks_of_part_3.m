## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 3, choosing lambda by cross-validation.

function tasks = tasks_of_part_3 (seed)
  nothing = @(args) [];
  part = mod (0.618 * seed, 1);           # right answers differ for each seed
  K = 4 + floor (4 * part);
  ## 2 of 3 samples are left over in the second: one fold must not take both.
  cases = {{5 * K + 1, K}, {23 + 3 * floor(3 * part), 3}, {K, K}};
  tasks = new_task ('fold_numbers', 3, 1, {}, cases, ...
                    {{'numbered', nothing}, {'balanced', nothing}});
  [X, y] = scaled_data (seed + 0.25);
  n = rows (X);
  [~, order] = sort (course_numbers (n, 1, seed + 200));
  folds = 1 + mod (order - 1, 3);
  lambdas = [0.03, 1];
  cases = {{X, y, lambdas, folds}, {X(1:2:end,1:2), y(1:2:end), 0.1, min(folds(1:2:end), 2)}};
  tasks(2) = new_task ('cv_errors', 3, 1, {'nnreg_fit', 'nnreg_predict'}, cases, ...
                       {{'values', @cross_validated, 'errors', 1}});
  ## Distances of the means from the best one, in standard errors. They tell apart all wrong rules.
  offsets = [4, 0.5, 0, 0.3, 0.95, 1.7, 5; 6, 3, 2, 0.6, 0, 0.97, 1.1; 0, 0.2, 0.5, 1.2, 2.1, 6, 8];
  cases = cell (1, 3);
  for k = 1:3
    cases{k} = {(1 + part) * 10 .^ (-4:2), errors_of(offsets(k,:).', seed + 210 + k)};
  end
  tasks(3) = new_task ('choose_lambda', 3, 2, {}, cases, ...
                       {{'values', @best_lambda, 'best', 1}, {'values', @one_se, 'one_se', 2}});
end

## Errors of 7 lambdas in 5 folds; their means are OFFSETS standard errors above the best.
function errors = errors_of (offsets, seed)
  spread = course_numbers (numel (offsets), 5, seed);
  spread = (spread - mean (spread, 2)) ./ std (spread, 0, 2);
  others = offsets != 0;
  spread(others,:) = 0.6 * spread(others,:);
  errors = 2 + 0.2 * (spread + offsets / sqrt (5));
end

## The right answer, from nnreg_gridsearch.
function [want, likely] = cross_validated (args)
  [X, y, lambdas, folds] = args{:};
  r = nnreg_gridsearch (X, y, {'Lambda', lambdas}, 'Task', 'regression', 'LayerSizes', [], ...
                        'Penalty', 'l2', 'CV', folds, 'Refit', false, 'StandardizeY', false, ...
                        'Verbose', 0);
  want = vertcat (r.Results.FoldScores);
  likely = {want .^ 2, 'the error is the root mean squared error: the root is missing'; ...
            want.', 'a row for each lambda, a column for each fold'; ...
            table(args, @(folds, k) folds == k, @(folds, k) folds == k), ...
            'the model must not see the samples of the fold that it is tested on'; ...
            table(args, @(folds, k) folds == k, @(folds, k) folds != k), ...
            'fit on all other folds and test on this one, not the other way round'; ...
            table(args, @(folds, k) folds > 0, @(folds, k) folds == k), ...
            'leave the fold out when you fit the model: it was left in'; ...
            table(args, @(folds, k) folds != k, @(folds, k) folds != k), ...
            'test on the fold that was left out, not on the samples of the fit'};
end

## The errors if the model of fold k is fitted to and tested on these samples.
function errors = table (args, fitted, tested)
  [X, y, lambdas, folds] = args{:};
  errors = zeros (numel (lambdas), max (folds));
  for l = 1:numel (lambdas)
    for k = 1:max (folds)
      [in, out] = deal (fitted (folds, k), tested (folds, k));
      model = nnreg_fit (X(in,:), y(in), 'Task', 'regression', 'LayerSizes', [], 'Penalty', ...
                         'l2', 'Lambda', lambdas(l), 'StandardizeY', false, 'Verbose', 0);
      errors(l,k) = sqrt (mean ((nnreg_predict (model, X(out,:)) - y(out)) .^ 2));
    end
  end
end

function [want, likely] = best_lambda (args)
  [lambdas, errors] = args{:};
  means = mean (errors, 2);
  [~, at] = min (means);
  [~, worst] = max (means);
  [~, first] = min (errors(:,1));
  want = lambdas(at);
  likely = {lambdas(worst), 'that lambda has the largest mean error'; ...
            at, 'return the lambda, not its place in the list'; ...
            lambdas(first), 'that is the best of the first fold: take the mean over the folds'};
end

function [want, likely] = one_se (args)
  [lambdas, errors] = args{:};
  means = mean (errors, 2);
  [lowest, at] = min (means);
  spread = std (errors(at,:));
  K = columns (errors);
  within = @(limit, pick) lambdas(pick (find (means <= limit)));
  want = within (lowest + spread / sqrt (K), @max);
  likely = {within(lowest + spread / sqrt (K), @min), ...
            'take the largest of these lambdas, not the smallest'; ...
            within(lowest + spread, @max), ...
            'the standard error of a mean is smaller than the standard deviation'; ...
            within(lowest + std (errors(at,:), 1) / sqrt (K), @max), ...
            'use std as it is by default'; ...
            within(lowest + spread / K, @max), ...
            'the standard error of a mean falls more slowly with the number of folds'; ...
            within(lowest + std (errors(:)) / sqrt (K), @max), ...
            'use the errors of the best lambda only'; ...
            lambdas(at), 'that is the best lambda; which larger ones are nearly as good?'};
end
