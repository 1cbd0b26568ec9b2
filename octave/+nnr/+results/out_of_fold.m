## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## o = nnr.results.out_of_fold (folds, targets, outputs)
##
## The predictions of the samples by models that did not learn from them, as the help of
## nnreg_gridsearch describes OutOfFold. OUTPUTS has for each fold of FOLDS (nnr.folds.make) the
## probabilities, or the responses in the user's units, of its samples, a row each.

function o = out_of_fold (folds, targets, outputs)
  [num_samples, num_outputs] = deal (rows (folds.Of), columns (outputs{1}));
  [total, times] = deal (zeros (num_samples, num_outputs), zeros (num_samples, 1));
  first = total;
  inside = nnr.folds.sides (folds);
  for k = 1:numel (inside)
    fresh = times(inside{k}) == 0;
    first(inside{k}(fresh),:) = double (outputs{k}(fresh,:));
    total(inside{k},:) = total(inside{k},:) + double (outputs{k});
    times(inside{k}) = times(inside{k}) + 1;
  end
  kept = folds.Kept;
  if (isempty (kept))
    kept = (1:num_samples).';
  end
  scores = cast (total ./ times, class (outputs{1}));
  o = struct ('Rows', kept, 'Fold', folds.Of, 'Scores', scores, 'Y', targets.Y, ...
              'Weights', targets.SampleWeights, 'ClassNames', {targets.ClassNames});
  if (any (times > 1))
    first(times == 0,:) = NaN;
    o.FirstScores = cast (first, class (scores));
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
