## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## biases = nnr.train.null_biases (t, rows, s)
##
## The biases of the best constant model on the samples ROWS (empty: all) of the targets T:
## logarithms of the class shares, or mean responses. NumOutputs-by-1.

function biases = null_biases (t, rows, s)
  [w, rows] = nnr.targets.relative_weights (t, t.Weights, rows);
  if (strcmp (s.Task, 'classification'))
    shares = accumarray (double (t.Labels(rows))(:) + 1, w, [t.NumOutputs, 1]);
    biases = log (max (shares, realmin (s.Precision)));
  else
    biases = double (t.Responses(:,rows)) * w;
  end
end
