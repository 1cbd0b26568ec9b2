## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## o = nnr.results.out_of_fold (folds, targets, outputs)
##
## The predictions of the samples by models that did not learn from them, as the help of
## nnreg_gridsearch describes OutOfFold. OUTPUTS has for each repeat of FOLDS (nnr.folds.make) the
## probabilities, or the responses in the user's units: a row for each sample, NaN where it is not
## held out (nnr.results.in_order).

function o = out_of_fold (folds, targets, outputs)
  kept = folds.Kept;
  if (isempty (kept))
    kept = (1:rows (folds.Of)).';
  end
  o = struct ('Rows', kept, 'Fold', folds.Of, 'Scores', [], 'Y', targets.Y, ...
              'Weights', targets.SampleWeights, 'ClassNames', {targets.ClassNames});
  if (columns (folds.Of) == 1)
    o.Scores = outputs{1};
  else
    [o.Scores, times, first] = mean_of_repeats (folds.Of, outputs);
    if (any (times > 1))
      o.FirstScores = first;
    end
  end
  if (isempty (targets.Y))
    o.Y = targets.ClassNames(double (targets.Labels(:)) + 1,:);
  end
end

## Their mean, how often each sample was held out, and the prediction of the first time.
function [scores, times, first] = mean_of_repeats (of_repeats, outputs)
  [total, times] = deal (zeros (size (outputs{1})), zeros (rows (of_repeats), 1));
  first = NaN (size (total), class (outputs{1}));
  for repeat = 1:columns (of_repeats)
    predicted = outputs{repeat};
    held = of_repeats(:,repeat) > 0;
    fresh = held & times == 0;
    first(fresh,:) = predicted(fresh,:);
    total(held,:) = total(held,:) + double (predicted(held,:));
    times += held;
  end
  scores = feval (class (outputs{1}), total ./ times);
end

%!test # the mean over repeats; NaN where a row is never held out
%! folds = struct ("Of", [1, 1; 2, 0; 0, 0], "Forward", false, "Kept", []);
%! targets = struct ("Y", [7; 8; 9], "SampleWeights", [], "ClassNames", []);
%! o = nnr.results.out_of_fold (folds, targets, {[1; 5; NaN], [3; NaN; NaN]});
%! assert ({o.Scores, o.FirstScores}, {[2; 5; NaN], [1; 5; NaN]});
%! folds.Of = [1; 2; 0];
%! assert (isfield (nnr.results.out_of_fold (folds, targets, {[1; 5; NaN]}), "FirstScores"), false);
%! assert ({o.Rows, o.Y}, {[1; 2; 3], [7; 8; 9]});
