## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.folds.check_weights (targets, folds)
##
## Raises an error if all samples of some fold in FOLDS (nnr.folds.make) have weight 0, or all
## samples that its training learns from.

function check_weights (targets, folds)
  if (isempty (targets.Weights))
    return;
  end
  light = @(w, rows) ! isempty (w) && ! any (w(rows));
  [inside, outside] = nnr.folds.sides (folds);
  for k = 1:numel (inside)
    fold = folds.Of(inside{k}(1),repeat_of (folds, k));
    if (light (targets.SampleWeights, inside{k}))
      error ('nnreg:badData', 'in fold %d of CV all samples weigh 0', fold);
    elseif (light (targets.Weights, outside{k}))
      error ('nnreg:badData', 'outside of fold %d of CV all samples weigh 0', fold);
    end
  end
end

function repeat = repeat_of (folds, k)
  repeat = find (k <= cumsum (max (folds.Of, [], 1)), 1);
end

%!function folds = others (of)
%!  folds = struct ("Of", of, "Forward", false);
%!endfunction
%!test
%! # without weights, and with class weights, which count in training alone
%! nnr.folds.check_weights (struct ("SampleWeights", [], "Weights", []), others ([1; 2]));
%! nnr.folds.check_weights (struct ("SampleWeights", [], "Weights", [1; 0; 1]), others ([1; 2; 3]));
%!error <outside of fold 2 of CV all samples weigh 0>
%! nnr.folds.check_weights (struct ("SampleWeights", [], "Weights", [0; 1]), others ([1; 2]));
%!error <outside of fold 1 of CV all samples weigh 0>
%! w = [1; 0; 0; 1];
%! nnr.folds.check_weights (struct ("SampleWeights", w, "Weights", w), ...
%!                          others ([1, 1; 2, 2; 1, 2; 2, 1]));
