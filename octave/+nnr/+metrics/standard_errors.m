## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## se = nnr.metrics.standard_errors (m, itrue, ipred, scores, weights)
## se = nnr.metrics.standard_errors (m, Y, Yhat, weights)
##
## The standard errors of the metrics M (nnr.metrics.classification_metrics or regression_metrics,
## from the same arguments), a struct. A metric is a smooth function of means over the N samples, so
## to first order its error is a mean of influences d_i (the delta method; of the AUC the placement
## values of DeLong, DeLong and Clarke-Pearson, 1988):
##
##   se = sqrt (sum_i w_i d_i^2 / (W (W - 1))),  W = sum_i w_i
##
## A weight of 2 is the sample twice. Without weights that is std (d) / sqrt (N). NaN where the
## metric is, for W at most 1, and for the AUC of more than 5e6 scores.

function se = standard_errors (m, varargin)
  if (strcmp (m.Task, 'classification'))
    se = of_classes (m, varargin{:});
  else
    se = of_responses (m, varargin{:});
  end
end

function se = of_responses (m, Y, Yhat, weights)
  [shares, total] = shares_of (weights, rows (Y));
  residual = double (Y) - double (Yhat);
  square = residual .^ 2;
  centred = (double (Y) - shares.' * double (Y)) .^ 2;
  spread = shares.' * centred;
  of = @(d) error_of (d, shares, total);
  se.MSE = of (square - m.MSE);
  se.RMSE = of ((square - m.MSE) ./ (2 * m.RMSE));
  se.RMSE(m.RMSE == 0) = 0;
  se.MAE = of (abs (residual) - m.MAE);
  se.R2 = of ((m.MSE ./ spread .* (centred - spread) - (square - m.MSE)) ./ spread);
  se.R2(! isfinite (m.R2)) = NaN;
end

function se = of_classes (m, itrue, ipred, scores, weights)
  [shares, total] = shares_of (weights, numel (itrue));
  of = @(d) error_of (d, shares, total);
  se.Accuracy = of ((itrue == ipred) - m.Accuracy);
  se = with_ratios (se, m, itrue, ipred, shares, of);
  if (isempty (scores) || isnan (m.LogLoss))
    [se.LogLoss, se.Brier] = deal (NaN);
  else
    tiny = eps (class (scores));
    p = double (scores(sub2ind (size (scores), (1:rows (scores)).', itrue)));
    se.LogLoss = of (-log (min (max (p, tiny), 1 - tiny)) - m.LogLoss);
    distance = sum (double (scores) .^ 2, 2) - 2 * p + 1;
    se.Brier = of (distance / (1 + (columns (scores) == 2)) - m.Brier);
  end
  se = with_auc (se, m, itrue, scores, shares, of);
end

## Precision, Recall and F1 are ratios of means a / b, with the influence (a_i - ratio b_i) / b. Of
## a class it is one number for its hits, and one for each kind of mistake.
function se = with_ratios (se, m, itrue, ipred, shares, of)
  hit = itrue == ipred;
  sums = @(idx, values) accumarray (idx, values, [rows(m.ClassNames), 1]);
  [is, says] = deal (sums (itrue, shares), sums (ipred, shares));
  [P, R, F, both] = deal (m.Precision, m.Recall, m.F1, is + says);
  hits = sums (itrue, hit .* shares);
  missed = sums (itrue, ! hit .* shares);
  wrong = sums (ipred, ! hit .* shares);
  factor = of (ones (size (shares)));
  se.Precision = factor * sqrt ((1 - P) .^ 2 .* hits + P .^ 2 .* wrong) ./ says;
  se.Recall = factor * sqrt ((1 - R) .^ 2 .* hits + R .^ 2 .* missed) ./ is;
  se.F1 = factor * sqrt ((2 - 2 * F) .^ 2 .* hits + F .^ 2 .* (missed + wrong)) ./ both;
  there = both > 0;
  part = F ./ both;
  of_f1 = 2 * hit ./ both(itrue) - part(itrue) - part(ipred);
  se.MacroF1 = of (of_f1 / nnz (there));
  se.BalancedAccuracy = of ((hit - R(itrue)) ./ is(itrue) / nnz (is));
end

function se = with_auc (se, m, itrue, scores, shares, of)
  most_scores = 5e6;            # for more the AUC's errors take longer than all else
  count = rows (m.ClassNames);
  se.AUC = NaN (count, 1);
  total = zeros (numel (itrue), 1);
  defined = find (! isnan (m.AUC(:).'));
  if (count * numel (itrue) > most_scores)
    defined = [];
  end
  for k = defined
    d = placement (itrue == k, double (scores(:,k)), m.AUC(k), shares);
    se.AUC(k) = of (d);
    total = total + d / numel (defined);
  end
  se.MacroAUC = NaN;
  if (! isempty (defined))
    se.MacroAUC = of (total);
  end
end

## The influences of an AUC: the share of the other side that a sample is on the right side of.
function d = placement (is, score, auc, shares)
  [~, ~, at] = unique (score);
  [inside, outside] = deal (sum (shares(is)), sum (shares(! is)));
  below = @(side) accumarray (at, shares .* side, [max(at), 1]);
  [ones_at, others_at] = deal (below (is), below (! is));
  worse = (cumsum (others_at) - others_at / 2) / outside;
  better = 1 - (cumsum (ones_at) - ones_at / 2) / inside;
  d = zeros (size (score));
  d(is) = (worse(at(is)) - auc) / inside;
  d(! is) = (better(at(! is)) - auc) / outside;
end

## TOTAL is the sum of the weights, the number of samples that they stand for.
function [shares, total] = shares_of (weights, count)
  if (isempty (weights))
    weights = ones (count, 1);
  end
  total = sum (weights);
  shares = weights / total;
end

## NaN for one sample.
function se = error_of (d, shares, total)
  se = sqrt (sum (shares .* d .^ 2, 1) / (total - 1));
  if (total <= 1)
    se(:) = NaN;
  end
end

%!test # means: the deviation by the root of N
%! randn ("twister", 1);
%! Y = randn (50, 2);
%! Yhat = Y + 0.3 * randn (50, 2);
%! m = nnr.metrics.regression_metrics (Y, Yhat, []);
%! se = nnr.metrics.standard_errors (m, Y, Yhat, []);
%! e = Y - Yhat;
%! assert (se.MSE, std (e .^ 2) / sqrt (50), 1e-14);
%! assert (se.MAE, std (abs (e)) / sqrt (50), 1e-14);
%! assert (se.RMSE, se.MSE ./ (2 * m.RMSE), 1e-14);

%!function [itrue, ipred, scores] = drawn (n)
%!  itrue = 1 + (rand (n, 1) < 0.3) + (rand (n, 1) < 0.2);
%!  z = randn (n, 3);
%!  z(sub2ind ([n, 3], (1:n).', itrue)) += 1;
%!  scores = exp (z) ./ sum (exp (z), 2);
%!  [~, ipred] = max (scores, [], 2);
%!endfunction
%!test # against the spread over new samples
%! rand ("twister", 2);
%! randn ("twister", 2);
%! names = {"Accuracy", "BalancedAccuracy", "LogLoss", "Brier", "Precision", "Recall", "F1", ...
%!          "MacroF1", "AUC", "MacroAUC"};
%! for trial = 1:400
%!   [itrue, ipred, scores] = drawn (300);
%!   m = nnr.metrics.classification_metrics ([1; 2; 3], itrue, ipred, scores, [], 1);
%!   se = nnr.metrics.standard_errors (m, itrue, ipred, scores, []);
%!   for k = 1:numel (names)
%!     values{k}(trial,:) = m.(names{k})(:).';
%!     errors{k}(trial,:) = se.(names{k})(:).';
%!   end
%! end
%! for k = 1:numel (names)
%!   ratio = sqrt (mean (errors{k} .^ 2, 1)) ./ std (values{k});
%!   assert (all (abs (ratio - 1) < 0.13), "%s: %s", names{k}, mat2str (ratio, 3));
%! end
%!test # R2 too
%! randn ("twister", 3);
%! for trial = 1:400
%!   y = randn (200, 1);
%!   yhat = y + randn (200, 1);
%!   m = nnr.metrics.regression_metrics (y, yhat, []);
%!   se = nnr.metrics.standard_errors (m, y, yhat, []);
%!   values(trial,:) = [m.R2, m.RMSE];
%!   errors(trial,:) = [se.R2, se.RMSE];
%! end
%! assert (sqrt (mean (errors .^ 2)) ./ std (values), [1, 1], 0.12);
%!test # a row of weight 0 is not there, one of weight 2 is there twice
%! rand ("twister", 4);
%! randn ("twister", 4);
%! [itrue, ipred, scores] = drawn (60);
%! w = [zeros(10, 1); 1 + mod((1:50).', 3)];
%! of = @(k, w) nnr.metrics.standard_errors (nnr.metrics.classification_metrics ...
%!   ([1; 2; 3], itrue(k), ipred(k), scores(k,:), w, 1), itrue(k), ipred(k), scores(k,:), w);
%! all_of = of (1:60, w);
%! some = of (repelem (11:60, w(11:60)), ones (sum (w), 1));
%! for name = fieldnames (some).'
%!   assert (all_of.(name{1}), some.(name{1}), 1e-12);
%! end
%! y = randn (50, 2);
%! of = @(k, w) nnr.metrics.standard_errors (nnr.metrics.regression_metrics ...
%!   (y(k,:), 0.7 * y(k,:) + 1, w), y(k,:), 0.7 * y(k,:) + 1, w);
%! [all_of, some] = deal (of (1:50, w(11:60)), of (repelem (1:50, w(11:60)), []));
%! for name = fieldnames (some).'
%!   assert (all_of.(name{1}), some.(name{1}), 1e-12);
%! end
%!test # the sums by class, against the influences one by one
%! rand ("twister", 6);
%! randn ("twister", 6);
%! [itrue, ipred, scores] = drawn (80);
%! w = 3 * rand (80, 1);
%! m = nnr.metrics.classification_metrics ([1; 2; 3], itrue, ipred, scores, w, 1);
%! se = nnr.metrics.standard_errors (m, itrue, ipred, scores, w);
%! p = w / sum (w);
%! of = @(d) sqrt (sum (p .* d .^ 2) / (sum (w) - 1));
%! [f1, recall] = deal (zeros (80, 1));
%! for k = 1:3
%!   [is, says] = deal (itrue == k, ipred == k);
%!   d = ((is & says) - m.Precision(k) * says) / sum (p .* says);
%!   assert (se.Precision(k), of (d), 1e-14);
%!   d = ((is & says) - m.Recall(k) * is) / sum (p .* is);
%!   assert (se.Recall(k), of (d), 1e-14);
%!   recall += d / 3;
%!   d = (2 * (is & says) - m.F1(k) * (is + says)) / sum (p .* (is + says));
%!   assert (se.F1(k), of (d), 1e-14);
%!   f1 += d / 3;
%! end
%! assert ([se.MacroF1, se.BalancedAccuracy], [of(f1), of(recall)], 1e-14);
