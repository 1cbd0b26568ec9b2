## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## o = nnr.results.out_of_fold (folds, targets, outputs)
##
## The predictions of the samples by models that did not learn from them, as the help of
## nnreg_gridsearch describes OutOfFold. OUTPUTS has for each fold of FOLDS (nnr.folds.make) the
## probabilities, or the responses in the user's units, of its samples, a row each.

function o = out_of_fold (folds, targets, outputs)
  num_samples = rows (folds.Of);
  total = zeros (num_samples, columns (outputs{1}));
  times = zeros (num_samples, 1);
  first = total;
  done = 0;
  for of = folds.Of             # of each repeat
    these = done + (1:max (of));
    done += max (of);
    [fold, at] = sort (of);     # rows of a fold stay in their order
    at = at(fold > 0);
    predicted = double (vertcat (outputs{these}));
    fresh = times(at) == 0;
    first(at(fresh),:) = predicted(fresh,:);
    total(at,:) = total(at,:) + predicted;
    times(at) = times(at) + 1;
  end
  kept = folds.Kept;
  if (isempty (kept))
    kept = (1:num_samples).';
  end
  scores = feval (class (outputs{1}), total ./ times);
  o = struct ('Rows', kept, 'Fold', folds.Of, 'Scores', scores, 'Y', targets.Y, ...
              'Weights', targets.SampleWeights, 'ClassNames', {targets.ClassNames});
  if (any (times > 1))
    first(times == 0,:) = NaN;
    o.FirstScores = feval (class (scores), first);
  end
  if (isempty (targets.Y))
    o.Y = targets.ClassNames(double (targets.Labels(:)) + 1,:);
  end
end

%!test # the mean over repeats; NaN where a row is never held out
%! folds = struct ("Of", [1, 1; 2, 0; 0, 0], "Forward", false, "Kept", []);
%! targets = struct ("Y", [7; 8; 9], "SampleWeights", [], "ClassNames", []);
%! o = nnr.results.out_of_fold (folds, targets, {1, 5, 3});
%! assert ({o.Scores, o.FirstScores}, {[2; 5; NaN], [1; 5; NaN]});
%! folds.Of = [1; 2; 0];
%! assert (isfield (nnr.results.out_of_fold (folds, targets, {1, 5}), "FirstScores"), false);
%! assert ({o.Rows, o.Y}, {[1; 2; 3], [7; 8; 9]});
