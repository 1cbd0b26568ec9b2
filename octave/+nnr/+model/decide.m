## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## idx = nnr.model.decide (model, scores)
##
## The class that the MODEL predicts for each row of SCORES (N-by-K probabilities), 1..K, a column:
## that of the highest score, the first if equal; or by the model's Threshold.

function idx = decide (model, scores)
  if (isfield (model, 'Threshold'))
    class = model.PositiveClass;
    is_positive = double (scores(:,class)) >= model.Threshold;
    idx = 3 - class + (2 * class - 3) * is_positive;
  else
    [~, idx] = max (scores, [], 2);
  end
end

%!test
%! scores = [0.9, 0.1; 0.7, 0.3; 0.2, 0.8];
%! assert (nnr.model.decide (struct (), scores), [1; 1; 2]);
%! assert (nnr.model.decide (struct ("Threshold", 0.3, "PositiveClass", 2), scores), [1; 2; 2]);
%! assert (nnr.model.decide (struct ("Threshold", 0.8, "PositiveClass", 1), scores), [1; 2; 2]);
