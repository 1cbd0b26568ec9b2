## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## o = nnr.results.out_of_fold (folds, targets, outputs)
##
## The predictions of the samples by models that did not learn from them, as the help of
## nnreg_gridsearch describes OutOfFold. OUTPUTS has for each fold of FOLDS (nnr.folds.make) the
## probabilities, or the responses in the user's units, of its samples, a row each.

function o = out_of_fold (folds, targets, outputs)
  kept = folds.Kept;
  if (isempty (kept))
    kept = (1:rows (folds.Of)).';
  end
  o = struct ('Rows', kept, 'Fold', folds.Of, 'Scores', [], 'Y', targets.Y, ...
              'Weights', targets.SampleWeights, 'ClassNames', {targets.ClassNames});
  if (columns (folds.Of) == 1)
    o.Scores = in_order (folds.Of, outputs);
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

## The predictions of one repeat in the order of the samples; NaN where one is never held out.
function scores = in_order (of, outputs)
  [fold, at] = sort (of);       # rows of a fold stay in their order
  scores = NaN (numel (of), columns (outputs{1}), class (outputs{1}));
  scores(at(fold > 0),:) = vertcat (outputs{:});
end

## Their mean, how often each sample was held out, and the prediction of the first time.
function [scores, times, first] = mean_of_repeats (of_repeats, outputs)
  [num_samples, num_repeats] = size (of_repeats);
  [total, times] = deal (zeros (num_samples, columns (outputs{1})), zeros (num_samples, 1));
  first = NaN (size (total), class (outputs{1}));
  done = 0;
  for repeat = 1:num_repeats
    of = of_repeats(:,repeat);
    these = done + (1:max (of));
    done += max (of);
    predicted = in_order (of, outputs(these));
    held = of > 0;
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
%! o = nnr.results.out_of_fold (folds, targets, {1, 5, 3});
%! assert ({o.Scores, o.FirstScores}, {[2; 5; NaN], [1; 5; NaN]});
%! folds.Of = [1; 2; 0];
%! assert (isfield (nnr.results.out_of_fold (folds, targets, {1, 5}), "FirstScores"), false);
%! assert ({o.Rows, o.Y}, {[1; 2; 3], [7; 8; 9]});
