## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 4, metrics.

function tasks = tasks_of_part_4 (seed)
  cases = cell (1, 3);
  for k = 1:3
    [n, K] = deal (20 * k, 2 + k);
    ytrue = 1 + floor (K * (course_numbers (n, 1, seed + 300 + k) + 1) / 2);
    ypred = ytrue;
    moved = course_numbers (n, 1, seed + 310 + k) > 0.2;
    ypred(moved) = 1 + mod (ytrue(moved), K - 1);
    cases{k} = {ytrue, ypred, K + (k == 3)};    # of the last class no sample is here
  end
  tasks = new_task ('confusion_matrix', 4, 1, {}, cases, {{'values', @confusion, 'C', 1}});
  C = cellfun (@(c) metrics_of (c).Confusion, cases, 'UniformOutput', false);
  C{2}(:,1) = 0;
  C{3}([2, 4],:) = 0;
  C{3}(:,2) = 0;
  cases = cellfun (@(c) {c}, C, 'UniformOutput', false);
  tasks(2) = new_task ('class_scores', 4, 3, {}, cases, ...
                       {{'values', @precision, 'precision', 1}, ...
                        {'values', @recall, 'recall', 2}, {'values', @f1, 'F1', 3}});
  cases = cell (1, 3);
  for k = 1:3
    positive = course_numbers (15 * k, 1, seed + 320 + k) > 0.1;
    scores = round (6 * (course_numbers (15 * k, 1, seed + 330 + k) + positive)) / 6;
    cases{k} = {positive, scores};
  end
  tasks(3) = new_task ('auc', 4, 1, {}, cases, {{'values', @area, 'A', 1}});
end

function m = metrics_of (args)
  [ytrue, ypred, K] = args{:};
  m = nnreg_metrics (ytrue, ypred, 'ClassNames', 1:K);
end

function [want, likely] = confusion (args)
  want = metrics_of (args).Confusion;
  likely = {want.', 'rows are the true classes, columns the predicted ones'; ...
            want / sum(want(:)), 'use counts, not shares'; ...
            want ./ sum(want, 2), 'use counts, not shares'; ...
            diag(diag (want)), 'count the mistakes, too'};
end

## The result of nnreg_metrics for labels with this confusion matrix.
function m = scores_of (args)
  C = args{1};
  [a, b] = ndgrid (1:rows (C));
  m = nnreg_metrics (repelem (a(:), C(:)), repelem (b(:), C(:)), 'ClassNames', 1:rows (C));
end

function [want, likely] = precision (args)
  m = scores_of (args);
  want = m.Precision;
  likely = [{m.Recall, 'that is the recall'}; usual(want, args)];
end

function [want, likely] = recall (args)
  m = scores_of (args);
  want = m.Recall;
  likely = [{m.Precision, 'that is the precision'}; usual(want, args)];
end

function [want, likely] = f1 (args)
  m = scores_of (args);
  want = m.F1;
  from_both = 2 * m.Precision .* m.Recall ./ (m.Precision + m.Recall);
  half = diag (args{1}) ./ (sum (args{1}, 1).' + sum (args{1}, 2));
  likely = [{(m.Precision + m.Recall) / 2, ...
             'that is the plain mean of precision and recall'; ...
             half, 'half of what it should be'; ...
             from_both, 'NaN where precision or recall is NaN: count the samples instead'}; ...
            usual(want, args)];
end

function likely = usual (want, args)
  zero = want;
  zero(isnan (want)) = 0;
  likely = {want.', 'a column, with a row for each class'; zero, '0 / 0 stays NaN'; ...
            diag(args{1}) / sum(args{1}(:)), ...
            'these are shares of all samples'; ...
            mean(want(! isnan (want))), 'one number for each class, not their mean'};
end

function [want, likely] = area (args)
  [positive, scores] = args{:};
  warning ('off', 'nnreg:notProbabilities', 'local');
  m = nnreg_metrics (1 + positive, 1 + positive, [-scores, scores]);
  gaps = scores(positive) - scores(! positive).';
  want = m.AUC(2);
  likely = {1 - want, 'that counts the pairs in which the negative one is higher'; ...
            mean(gaps(:) > 0), 'a pair with equal scores counts one half, not 0'; ...
            mean(gaps(:) >= 0), 'a pair with equal scores counts one half, not 1'; ...
            sum(gaps(:) > 0) + sum(gaps(:) == 0) / 2, ...
            'that is the number of pairs, not their share'};
end
