## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## m = nnr.metrics.class_scores (itrue, scores, weights, support)
##
## The metrics of the scores of classes: a struct with LogLoss, AUC, MacroAUC, WeightedAUC, TopK
## and the ROC curves.
##
## ITRUE (N-by-1) are the true classes 1..K, SCORES is N-by-K and finite (if empty, all fields are
## NaN and the curves empty), WEIGHTS N-by-1, SUPPORT (K-by-1) the weight of each class. The help
## of nnreg_metrics has the formulas. No temporary is larger than a few columns of SCORES.

function m = class_scores (itrue, scores, weights, support)
  num_classes = numel (support);
  m.LogLoss = NaN;
  m.AUC = NaN (num_classes, 1);
  m.TopK = NaN (1, min (num_classes, 5));
  m.ROC = repmat (nnr.metrics.roc_curve (true, 0, 1), num_classes, 1);
  if (! isempty (scores))
    idx = sub2ind (size (scores), (1:rows (scores)).', itrue);
    of_true = scores(idx);
    if (min (scores(:)) >= 0 && max (scores(:)) <= 1)
      m.LogLoss = log_loss (of_true, weights);
    end
    better = zeros (rows (scores), 1);
    for k = 1:num_classes
      column = scores(:,k);
      [m.ROC(k), m.AUC(k)] = nnr.metrics.roc_curve (itrue == k, column, weights);
      better += column > of_true | (column == of_true & itrue < k);
    end
    m.TopK = sum (weights .* (better < 1:numel (m.TopK)), 1) / sum (weights);
  end
  m.MacroAUC = nnr.metrics.defined_mean (m.AUC);
  m.WeightedAUC = nnr.metrics.defined_mean (m.AUC, support);
end

## Clipped at eps of the scores' class, as in scikit-learn, and summed in double.
function loss = log_loss (of_true, weights)
  tiny = eps (class (of_true));
  p = double (min (max (of_true, tiny), 1 - tiny));
  loss = -sum (weights .* log (p)) / sum (weights);
end

%!test
%! m = nnr.metrics.class_scores ([1; 2; 2], [0.75, 0.25; 0.5, 0.5; 1, 0], ones (3, 1), [1; 2]);
%! assert (m.LogLoss, -(log (0.75) + log (0.5) + log (eps)) / 3, 1e-14);
%! assert (m.AUC, [0.5; 0.5]);
%! assert (m.TopK, [2/3, 1], eps);
%!test # scores that are no probabilities have no LogLoss
%! m = nnr.metrics.class_scores ([1; 2], [2, -1; -3, 4], [1; 1], [1; 1]);
%! assert (m.LogLoss, NaN);
%! assert (m.MacroAUC, 1);
%!test
%! m = nnr.metrics.class_scores ([1; 2], [], [1; 1], [1; 1; 0]);
%! assert (m.TopK, NaN (1, 3));
%! assert ({m.AUC, m.MacroAUC, m.WeightedAUC}, {NaN(3, 1), NaN, NaN});
