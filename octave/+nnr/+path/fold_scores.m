## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## values = nnr.path.fold_scores (name, of, targets, outputs, threads)
##
## The score NAME (nnr.metrics.score_names) of the predictions OUTPUTS of a point
## (nnr.results.out_of_fold) in each fold, a column. OF are the folds, a column for each repeat.

function values = fold_scores (name, of, targets, outputs, threads)
  values = zeros (0, 1);
  for repeat = 1:columns (of)
    for fold = 1:max (of(:,repeat))
      inside = find (of(:,repeat) == fold);
      values(end + 1,1) = score_of (name, targets, inside, outputs{repeat}(inside,:), threads);
      if (isnan (values(end)))
        reason = '';
        if (isempty (targets.Y))
          reason = ' (does it lack a class?)';
        end
        error ('nnreg:badData', 'the Score %s is not a number in fold %d%s', name, fold, reason);
      end
    end
  end
end

function value = score_of (name, targets, inside, outputs, threads)
  weights = [];
  if (! isempty (targets.SampleWeights))
    weights = targets.SampleWeights(inside);
  end
  if (isempty (targets.Y))
    itrue = double (targets.Labels(inside)(:)) + 1;
    [~, ipred] = max (outputs, [], 2);
    m = nnr.metrics.classification_metrics (targets.ClassNames, itrue, ipred, outputs, weights, ...
                                            threads);
  else
    m = nnr.metrics.regression_metrics (targets.Y(inside,:), double (outputs), weights);
  end
  value = nnr.metrics.score_value (m, name);
end

%!test
%! t = struct ("Y", [1; 2; 3; 5], "SampleWeights", [1; 1; 1; 3]);
%! outputs = {[1; 3; 3; 4], [2; 2; 3; NaN]};
%! assert (nnr.path.fold_scores ("MeanMAE", [1 1; 1 2; 2 2; 2 0], t, outputs, 1), ...
%!         [0.5; 0.75; 1; 0]);
%!error <^the Score AUC is not a number in fold 2 \(does it lack a class\?\)$>
%! t = struct ("Y", [], "SampleWeights", [], "Labels", [0 1 0 0], "ClassNames", [5; 7]);
%! p = [0.8; 0.3; 0.2; 0.6];
%! nnr.path.fold_scores ("AUC", [1; 1; 2; 2], t, {[p, 1 - p]}, 1);
