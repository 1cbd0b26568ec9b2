## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [X, y, weights, kept] = nnr.targets.drop_weightless (X, y, weights)
## [X, y, weights, kept] = nnr.targets.drop_weightless (X, y, weights, name)
##
## The rows whose weight is not 0: a row of weight 0 counts as a row that is not there, also if it
## has NaN. KEPT has their numbers, [] if that is all rows. y has a row for each row of X, or is a
## vector; if it has another size, nothing changes, and the check of y raises the error. With NAME
## a NaN or Inf in the other rows of X is an error at once, which can tell the user's own row.

function [X, y, weights, kept] = drop_weightless (X, y, weights, name)
  kept = [];
  num_samples = rows (X);
  weights = nnr.targets.metric_weights (weights, num_samples);
  if (nargin > 3 && strcmp (name, 'X'))
    nnr.targets.warn_of_weights (weights, []);
  end
  if (isempty (weights) || all (weights))
    return
  end
  if (! (rows (y) == num_samples || (isvector (y) && numel (y) == num_samples)))
    return
  end
  if (nargin > 3)
    nnr.data.scan (name, X, strcmp (name, 'X'), 'double', 1, weights);
  end
  kept = find (weights);
  X = X(kept,:);
  y = nnr.targets.pick_rows (y, num_samples, kept);
  weights = weights(kept);
end

%!test
%! [X, y, w, kept] = nnr.targets.drop_weightless ([1; NaN; 3], {"a", "", "b"}, [1, 0, 2]);
%! assert ({X, y, w, kept}, {[1; 3], {"a", "b"}, [1; 2], [1; 3]});
%! [X, y] = nnr.targets.drop_weightless (sparse ([1; 2]), ["no "; "yes"], [0; 1]);
%! assert ({X, y}, {sparse(2), "yes"});
%!error <V\(3,1\) is NaN> nnr.targets.drop_weightless ([NaN; 2; NaN], [1; 2; 3], [0; 1; 1], 'V')
%!test # nothing to drop, or y of another size
%! [X, y, w, kept] = nnr.targets.drop_weightless ([1; 2], [3; 4], []);
%! assert ({X, y, w, kept}, {[1; 2], [3; 4], [], []});
%! [X, y, w, kept] = nnr.targets.drop_weightless ([1; 2], [3; 4; 5], [0; 1]);
%! assert ({X, y, w, kept}, {[1; 2], [3; 4; 5], [0; 1], []});
