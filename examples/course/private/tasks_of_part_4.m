## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Part 4, metrics.

function tasks = tasks_of_part_4 (seed)
  cases = cell (1, 3);
  for k = 1:3
    [n, K] = deal (20 * k, 2 + k);
    ytrue = 1 + floor (K * (course_numbers (n, 1, seed + 300 + k) + 1) / 2);
    ypred = ytrue;
    moved = course_numbers (n, 1, seed + 310 + k) > 0.2;
    ypred(moved) = 1 + mod (ytrue(moved), K - 1);
    cases{k} = {ytrue, ypred, K};
  end
  tasks{1} = new_task ('confusion_matrix', 4, 1, cases, {@confusion});
  C = cellfun (@(c) metrics_of (c).Confusion, cases, 'UniformOutput', false);
  C{3}(2,:) = 0;
  C{2}(:,1) = 0;
  cases = cellfun (@(c) {c}, C, 'UniformOutput', false);
  tasks{2} = new_task ('class_scores', 4, 3, cases, {@precision, @recall, @f1});
  cases = cell (1, 3);
  for k = 1:3
    positive = course_numbers (15 * k, 1, seed + 320 + k) > 0.1;
    scores = round (6 * (course_numbers (15 * k, 1, seed + 330 + k) + positive)) / 6;
    cases{k} = {positive, scores};
  end
  tasks{3} = new_task ('auc', 4, 1, cases, {@area});
end

function m = metrics_of (args)
  [ytrue, ypred, K] = args{:};
  m = nnreg_metrics (ytrue, ypred, 'ClassNames', 1:K);
end

function hint = confusion (args, outs)
  want = metrics_of (args).Confusion;
  likely = {want.', 'rows are the true classes, columns the predicted ones'; ...
            want / sum(want(:)), 'use counts, not shares'; ...
            want ./ sum(want, 2), 'use counts, not shares'; ...
            diag(diag (want)), 'count the mistakes, too'};
  hint = compare_values ('C', outs{1}, want, likely);
end

## The result of nnreg_metrics for labels with this confusion matrix.
function m = scores_of (args)
  C = args{1};
  [a, b] = ndgrid (1:rows (C));
  m = nnreg_metrics (repelem (a(:), C(:)), repelem (b(:), C(:)), 'ClassNames', 1:rows (C));
end

function hint = precision (args, outs)
  m = scores_of (args);
  likely = [{m.Recall, ...
             'that is the recall: divide by the samples predicted as the class, a column'}; ...
            usual(m.Precision, args)];
  hint = compare_values ('precision', outs{1}, m.Precision, likely);
end

function hint = recall (args, outs)
  m = scores_of (args);
  likely = [{m.Precision, ...
             'that is the precision: divide by the samples of the class, a row'}; ...
            usual(m.Recall, args)];
  hint = compare_values ('recall', outs{2}, m.Recall, likely);
end

function hint = f1 (args, outs)
  m = scores_of (args);
  from_both = 2 * m.Precision .* m.Recall ./ (m.Precision + m.Recall);
  half = diag (args{1}) ./ (sum (args{1}, 1).' + sum (args{1}, 2));
  likely = [{(m.Precision + m.Recall) / 2, ...
             'take the harmonic mean of precision and recall, not the plain mean'; ...
             half, 'the factor 2 is missing'; ...
             from_both, ...
             'this is NaN if one of them is NaN; the formula with hits also works then'}; ...
            usual(m.F1, args)];
  hint = compare_values ('F1', outs{3}, m.F1, likely);
end

function likely = usual (want, args)
  zero = want;
  zero(isnan (want)) = 0;
  likely = {want.', 'a column, with a row for each class'; zero, '0 / 0 stays NaN'; ...
            diag(args{1}) / sum(args{1}(:)), ...
            'divide by the samples of this class (or predicted as it) only'; ...
            mean(want(! isnan (want))), 'one number for each class, not their mean'};
end

function hint = area (args, outs)
  [positive, scores] = args{:};
  warning ('off', 'nnreg:notProbabilities', 'local');
  m = nnreg_metrics (1 + positive, 1 + positive, [-scores, scores]);
  gaps = scores(positive) - scores(! positive).';
  likely = {1 - m.AUC(2), 'that counts the pairs in which the negative one is higher'; ...
            mean(gaps(:) > 0), 'a pair with equal scores counts one half, not 0'; ...
            mean(gaps(:) >= 0), 'a pair with equal scores counts one half, not 1'; ...
            sum(gaps(:) > 0) + sum(gaps(:) == 0) / 2, ...
            'divide by the number of pairs'};
  hint = compare_values ('A', outs{1}, m.AUC(2), likely);
end
