## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## biases = nnr.train.null_biases (t, rows, s)
##
## The biases of the best constant model on the samples ROWS (empty: all) of the targets T:
## logarithms of the class shares, or mean responses, or for another loss than the squared error the
## constants that have the least (nnr.targets.robust_centre); 0 without an Intercept.
## NumOutputs-by-1.

function biases = null_biases (t, rows, s)
  if (! s.Intercept)
    biases = zeros (t.NumOutputs, 1);
    return
  end
  [w, rows] = nnr.targets.relative_weights (t, t.Weights, rows);
  if (strcmp (s.Task, 'classification'))
    shares = accumarray (double (t.Labels(rows))(:) + 1, w, [t.NumOutputs, 1]);
    biases = log (max (shares, realmin (s.Precision)));
  elseif (! isempty (t.Thresholds))
    R = double (t.Responses(:,rows)).';
    for k = 1:columns (R)
      biases(k,1) = nnr.targets.robust_centre (R(:,k), w, t.Thresholds(k));
    end
  else
    R = double (t.Responses(:,rows));
    biases = R(:,1) + (R - R(:,1)) * w;         # exact for a constant response
  end
end

%!test
%! # a constant response is learnt at once: Adam has no gradient, not even one of rounding
%! X = sin ((1:300).' * (1:3));
%! w = 1 + mod ((1:300).', 7);
%! model = nnreg_fit (X, repmat (3.3, 300, 1), "Task", "regression", "LayerSizes", [], ...
%!                    "Solver", "adam", "StandardizeY", false, "Precision", "double", ...
%!                    "Weights", w, "Epochs", 3, "Verbose", 0);
%! assert (any (model.Weights{1}), false);
%! assert (model.Biases{1}, 3.3);
