## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [w, rows] = nnr.targets.relative_weights (t, weights, rows)
##
## The weights of the samples ROWS ([]: all) of the targets T, scaled to the sum 1, a column.
## WEIGHTS has the weights of all samples ([]: equal).

function [w, rows] = relative_weights (t, weights, rows)
  num_samples = nnr.targets.count (t);
  if (isempty (rows))
    rows = (1:num_samples).';
    if (isempty (weights))
      w = ones (num_samples, 1) / num_samples;
      return
    end
  end
  w = ones (num_samples, 1);
  if (! isempty (weights))
    w = double (weights(:));
  end
  w = w(rows) / sum (w(rows));
end

%!shared t
%! t = struct ("Labels", [], "Responses", [5 6 7 8]);
%!test
%! [w, rows] = nnr.targets.relative_weights (t, [], []);
%! assert (w, ones (4, 1) / 4);
%! assert (rows, (1:4).');
%!test
%! [w, rows] = nnr.targets.relative_weights (t, single ([1 2 3 4]), [2; 4]);
%! assert (w, [1; 2] / 3, eps);
%! assert (rows, [2; 4]);
