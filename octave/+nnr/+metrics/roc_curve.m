## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [curve, area] = nnr.metrics.roc_curve (positive, scores, weights)
##
## The receiver operating characteristic of one class, as a struct with columns FPR, TPR and
## Threshold, and the area under it.
##
## POSITIVE (N-by-1, logical) marks the samples of the class, which should have higher scores
## (N-by-1); WEIGHTS (N-by-1) are not negative. A row of the curve is the share of the other
## samples (FPR) and of the class (TPR) with a score of at least Threshold. The first row is
## (0, 0, Inf), the last (1, 1) at the lowest score. Points inside a straight run along an axis
## are left out. With P the positive and Q the other samples
##
## area = sum_{i in P} sum_{j in Q} w_i w_j h(s_i - s_j) / (sum_P w * sum_Q w)
##
## where h(d) is 1 for d > 0, 1/2 for d = 0 (a tie) and else 0. If P or Q has no weight, the
## columns are empty and the area is NaN.

function [curve, area] = roc_curve (positive, scores, weights)
  counted = find (weights > 0);
  [values, order] = sort (scores(counted), 'descend');
  values = double (values);
  order = counted(order);
  hits = cumsum (weights(order) .* positive(order));
  alarms = cumsum (weights(order) .* ! positive(order));
  last = [values(1:end - 1) != values(2:end); true];  # of equal scores
  tp = [0; hits(last)];
  fp = [0; alarms(last)];
  area = NaN;
  curve = struct ('FPR', zeros (0, 1), 'TPR', zeros (0, 1), 'Threshold', zeros (0, 1));
  if (tp(end) > 0 && fp(end) > 0)
    fp /= fp(end);              # before any product of weights, which may overflow
    tp /= tp(end);
    area = sum (diff (fp) .* (tp(1:end - 1) + tp(2:end))) / 2;
    thresholds = [Inf; values(last)];
    kept = corners (positive(order), last);
    curve.FPR = fp(kept);
    curve.TPR = tp(kept);
    curve.Threshold = thresholds(kept);
  end
end

## The points where the curve turns. Steps are compared as up, right or both, because rounded sums
## would hide that one of them is 0.
function kept = corners (positive, last)
  starts = [1; find(last)(1:end - 1) + 1];
  ends = find (last);
  count = cumsum ([0; positive]);
  of_class = count(ends + 1) - count(starts);
  up = of_class == ends - starts + 1;
  right = of_class == 0;
  straight = (up(1:end - 1) & up(2:end)) | (right(1:end - 1) & right(2:end));
  kept = [true; ! straight; true];
end

%!function area = roc_auc (varargin)
%!  [~, area] = nnr.metrics.roc_curve (varargin{:});
%!endfunction
%!assert (roc_auc (logical ([0; 0; 1; 1]), [0.1; 0.4; 0.35; 0.8], ones (4, 1)), 0.75)
%!assert (roc_auc (logical ([0; 1; 0; 1]), ones (4, 1), ones (4, 1)), 0.5)
%!assert (roc_auc (logical ([1; 0]), [3; 1], [2; 5]), 1)
%!assert (roc_auc (logical ([1; 0]), [1; 3], [2; 5]), 0)
%!assert (roc_auc (true (3, 1), [1; 2; 3], ones (3, 1)), NaN)
%!assert (roc_auc (false (3, 1), [1; 2; 3], ones (3, 1)), NaN)
%!assert (roc_auc (logical ([1; 0]), [3; 1], [0; 1]), NaN)
%!assert (roc_auc (logical ([0; 1; 0; 1]), [1; 3; 2; 2], 1e300 * ones (4, 1)), 0.875)
%!assert (roc_auc (logical ([0; 1; 0; 1]), [1; 3; 2; 2], 1e-300 * ones (4, 1)), 0.875)
%!test
%! # every pair, with ties and weights
%! k = (1:60).';
%! [positive, scores, w] = deal (sin (k .^ 2) > 0.2, round (4 * sin (3 * k)), mod (k, 3));
%! d = scores(positive) - scores(! positive).';
%! pairs = w(positive) * w(! positive).';
%! area = sum ((pairs .* ((d > 0) + (d == 0) / 2))(:)) / sum (pairs(:));
%! assert (roc_auc (positive, scores, w), area, 1e-14);
%!test
%! # from the definition, ties and weights
%! positive = [true; true; false; true; false; false];
%! scores = [0.9; 0.8; 0.8; 0.4; 0.3; 0.1];
%! c = nnr.metrics.roc_curve (positive, scores, ones (6, 1));
%! assert ([c.FPR, c.TPR, c.Threshold], ...
%!         [0, 0, Inf; 0, 1/3, 0.9; 1/3, 2/3, 0.8; 1/3, 1, 0.4; 1, 1, 0.1], eps);
%! assert (trapz (c.FPR, c.TPR), roc_auc (positive, scores, ones (6, 1)), eps);
%! c = nnr.metrics.roc_curve (positive, scores, [2; 1; 0; 1; 1; 3]);
%! assert ([c.FPR, c.TPR, c.Threshold], [0, 0, Inf; 0, 1, 0.4; 1, 1, 0.1], eps);
%!test
%! # nothing to compare with
%! c = nnr.metrics.roc_curve (true (3, 1), (1:3).', ones (3, 1));
%! assert ([numel(c.FPR), numel(c.TPR), numel(c.Threshold)], [0, 0, 0]);
