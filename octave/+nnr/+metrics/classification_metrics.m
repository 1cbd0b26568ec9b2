## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [m, found] = nnr.metrics.classification_metrics (classes, itrue, ipred, scores, weights, threads)
##
## The metrics of a classification, as a struct. FOUND is of nnr.metrics.class_scores.
##
## CLASSES has a row for each of the K classes, ITRUE and IPRED (N-by-1) are the true and the
## predicted classes 1..K (if IPRED is empty, these have the highest scores), SCORES is N-by-K or
## empty, WEIGHTS N-by-1 or empty (all 1). THREADS is only for scores. The arguments are not
## checked. The help of nnreg_metrics has fields and formulas.
##
## The means count a ratio 0/0 as 0, as scikit-learn does by default: else a model that never
## predicts a class would be better than one that sometimes does. They leave out classes that no
## sample has and none is predicted as; a sample says nothing of these.

function [m, found] = classification_metrics (classes, itrue, ipred, scores, weights, threads)
  most_full = 1000;             # classes of a full Confusion, 8 MB
  num_classes = rows (classes);
  if (isempty (weights))
    weights = ones (size (itrue));
  end
  [of_scores, found] = nnr.metrics.class_scores (itrue, scores, weights, num_classes, threads);
  if (isempty (ipred))
    ipred = found.Best;
  end
  confusion = sparse (itrue, ipred, weights, num_classes, num_classes);
  support = full (sum (confusion, 2));
  predicted = full (sum (confusion, 1)).';
  hits = full (diag (confusion));

  m.Task = 'classification';
  m.ClassNames = classes;
  m.NumSamples = numel (itrue);
  m.Accuracy = sum (weights(itrue == ipred)) / sum (weights);
  m.BalancedAccuracy = mean (hits(support > 0) ./ support(support > 0));
  m.BaselineAccuracy = max (support) / sum (support);
  m.Confusion = confusion;
  if (num_classes <= most_full)
    m.Confusion = full (confusion);
  end
  m.Precision = hits ./ predicted;
  m.Recall = hits ./ support;
  m.F1 = 2 * hits ./ (support + predicted);
  m.Support = support;
  there = support + predicted > 0;
  for name = {'Precision', 'Recall', 'F1'}
    values = m.(name{1});
    values(isnan (values)) = 0;
    m.(['Macro' name{1}]) = mean (values(there));
    m.(['Weighted' name{1}]) = sum (values .* (support / sum (support)));
  end

  of_scores.WeightedAUC = nnr.metrics.defined_mean (of_scores.AUC, support);
  distance = found.Distance(1:end * found.Probable);
  for more = {of_scores, nnr.metrics.calibration(itrue, ipred, scores, weights, distance)}
    for name = fieldnames (more{1}).'
      m.(name{1}) = more{1}.(name{1});
    end
  end
end

%!test
%! m = nnr.metrics.classification_metrics ([7; 8; 9], [1; 1; 2; 2], [1; 2; 2; 2], [], [], 1);
%! assert (m.Confusion, [1, 1, 0; 0, 2, 0; 0, 0, 0]);
%! assert (m.Accuracy, 0.75);
%! assert (m.Precision, [1; 2/3; NaN], eps);
%! assert (m.Recall, [0.5; 1; NaN]);
%! assert (m.F1, [2/3; 0.8; NaN], eps);
%! assert (m.MacroPrecision, 5/6, eps);
%!test # always "no": the class that is never predicted counts as 0
%! m = nnr.metrics.classification_metrics ([0; 1], 1 + (1:7 > 5).', ones (7, 1), [], [], 1);
%! assert (m.Precision, [5/7; NaN], eps);
%! assert ([m.MacroPrecision, m.WeightedPrecision], [5/14, 25/49], eps);
%! assert ([m.MacroRecall, m.MacroF1], [1/2, 5/12], eps);
%!test # the predicted class is that of the highest score
%! m = nnr.metrics.classification_metrics ([7; 8], [1; 2; 2], [], [0.5, 0.5; 1, 0; 0, 1], [], 1);
%! assert (m.Confusion, [1, 0; 1, 1]);
%! assert (m.WeightedAUC, 0.5);
%!test # predicted, but not there: its recall counts as 0 too
%! m = nnr.metrics.classification_metrics ([0; 1; 2], [1; 1], [1; 3], [], [], 1);
%! assert (m.Recall, [0.5; NaN; NaN]);
%! assert ([m.MacroRecall, m.WeightedRecall], [0.25, 0.5]);
