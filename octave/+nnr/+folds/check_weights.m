## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.folds.check_weights (targets, folds)
##
## Raises an error if in some fold (FOLDS has the folds of a repeat in each column) all samples have
## weight 0, or all samples outside of it, which are trained on.

function check_weights (targets, folds)
  if (isempty (targets.Weights))
    return;
  end
  light = @(w, rows) ! isempty (w) && ! any (w(rows));
  for repeat = 1:columns (folds)
    for fold = 1:max (folds(:,repeat))
      inside = folds(:,repeat) == fold;
      if (light (targets.SampleWeights, inside))
        error ('nnreg:badData', 'in fold %d of CV all samples weigh 0', fold);
      elseif (light (targets.Weights, ! inside))
        error ('nnreg:badData', 'outside of fold %d of CV all samples weigh 0', fold);
      end
    end
  end
end

%!test
%! # without weights, and with class weights, which count in training alone
%! nnr.folds.check_weights (struct ("SampleWeights", [], "Weights", []), [1; 2]);
%! nnr.folds.check_weights (struct ("SampleWeights", [], "Weights", [1; 0; 1]), [1; 2; 3]);
%!error <outside of fold 2 of CV all samples weigh 0>
%! nnr.folds.check_weights (struct ("SampleWeights", [], "Weights", [0; 1]), [1; 2]);
%!error <outside of fold 1 of CV all samples weigh 0>
%! w = [1; 0; 0; 1];
%! nnr.folds.check_weights (struct ("SampleWeights", w, "Weights", w), [1, 1; 2, 2; 1, 2; 2, 1]);
