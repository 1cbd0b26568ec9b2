## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [m, found] = nnr.metrics.class_scores (itrue, scores, weights, num_classes, threads)
##
## The metrics of the scores of classes: a struct with LogLoss, AUC, MacroAUC, TopK and the ROC
## curves.
##
## ITRUE (N-by-1) are the true classes 1..K, SCORES is N-by-K (if empty, all fields are NaN and the
## curves empty), WEIGHTS N-by-1. The help of nnreg_metrics has the formulas. FOUND has what else
## one pass over the scores shows: whether none of them is outside [0, 1] (Probable), their sums by
## row (Total; not finite if a score is not, and then no metric means anything), the squared
## distance of each row from the truth (Distance), and the class of its highest score, the first if
## equal (Best).

function [m, found] = class_scores (itrue, scores, weights, num_classes, threads)
  m.LogLoss = NaN;
  m.AUC = NaN (num_classes, 1);
  m.TopK = NaN (1, min (num_classes, 5));
  m.ROC = repmat (struct ('FPR', zeros (0, 1), 'TPR', zeros (0, 1), 'Threshold', zeros (0, 1)), ...
                  num_classes, 1);
  found = struct ('Probable', false, 'Total', [], 'Distance', [], 'Best', []);
  if (! isempty (scores))
    [outside, found.Total, found.Distance, ahead, best, m.AUC, counts, points] = ...
      __nnreg_scores__ (scores, int32 (itrue - 1), weights, threads);
    found.Probable = ! outside;
    found.Best = best + 1;
    if (found.Probable)
      m.LogLoss = log_loss (scores(sub2ind (size (scores), (1:rows (scores)).', itrue)), weights);
    end
    m.ROC = cell2struct (mat2cell (points, counts, [1, 1, 1]), {'FPR', 'TPR', 'Threshold'}, 2);
    m.TopK = sum (weights .* (ahead < 1:numel (m.TopK)), 1) / sum (weights);
  end
  m.MacroAUC = nnr.metrics.defined_mean (m.AUC);
end

## Clipped at eps of the scores' class, as in scikit-learn, and summed in double.
function loss = log_loss (of_true, weights)
  tiny = eps (class (of_true));
  p = double (min (max (of_true, tiny), 1 - tiny));
  loss = -sum (weights .* log (p)) / sum (weights);
end

%!test
%! m = nnr.metrics.class_scores ([1; 2; 2], [0.75, 0.25; 0.5, 0.5; 1, 0], ones (3, 1), 2, 1);
%! assert (m.LogLoss, -(log (0.75) + log (0.5) + log (eps)) / 3, 1e-14);
%! assert (m.AUC, [0.5; 0.5]);
%! assert (m.TopK, [2/3, 1], eps);
%!test # scores that are no probabilities have no LogLoss
%! m = nnr.metrics.class_scores ([1; 2], [2, -1; -3, 4], [1; 1], 2, 1);
%! assert (m.LogLoss, NaN);
%! assert (m.MacroAUC, 1);
%!test # of equal scores the first
%! [~, found] = nnr.metrics.class_scores ([1; 1], [0.4, 0.4, 0.2; 0, 0, 1], [1; 1], 3, 1);
%! assert (found.Best, [1; 3]);
%!test
%! m = nnr.metrics.class_scores ([1; 2], [], [1; 1], 3, 1);
%! assert (m.TopK, NaN (1, 3));
%! assert ({m.AUC, m.MacroAUC}, {NaN(3, 1), NaN});
## The curve of one class against the other, and the area under it.
%!function [curve, area] = roc_curve (positive, scores, weights)
%!  m = nnr.metrics.class_scores (1 + positive, [-scores, scores], weights, 2, 1);
%!  [curve, area] = deal (m.ROC(2), m.AUC(2));
%!endfunction
%!function area = roc_auc (varargin)
%!  [~, area] = roc_curve (varargin{:});
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
%! c = roc_curve (positive, scores, ones (6, 1));
%! assert ([c.FPR, c.TPR, c.Threshold], ...
%!         [0, 0, Inf; 0, 1/3, 0.9; 1/3, 2/3, 0.8; 1/3, 1, 0.4; 1, 1, 0.1], eps);
%! assert (trapz (c.FPR, c.TPR), roc_auc (positive, scores, ones (6, 1)), eps);
%! c = roc_curve (positive, scores, [2; 1; 0; 1; 1; 3]);
%! assert ([c.FPR, c.TPR, c.Threshold], [0, 0, Inf; 0, 1, 0.4; 1, 1, 0.1], eps);
%!test
%! # nothing to compare with
%! c = roc_curve (true (3, 1), (1:3).', ones (3, 1));
%! assert ([numel(c.FPR), numel(c.TPR), numel(c.Threshold)], [0, 0, 0]);
