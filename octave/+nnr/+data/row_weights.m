## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## w = nnr.data.row_weights (num_samples, rows, weights)
##
## The weights by which nnr.data.scan sees the samples ROWS alone ([]: all): WEIGHTS ([]: all 1),
## and 0 for the other samples. [] if all count the same.

function w = row_weights (num_samples, rows, weights)
  w = weights;
  if (isempty (rows))
    return
  end
  w = zeros (num_samples, 1);
  w(rows) = 1;
  if (! isempty (weights))
    w .*= weights;
  end
end

%!assert (nnr.data.row_weights (3, [], []), [])
%!assert (nnr.data.row_weights (3, [], [1; 2; 3]), [1; 2; 3])
%!assert (nnr.data.row_weights (3, [1; 3], []), [1; 0; 1])
%!assert (nnr.data.row_weights (3, [1; 3], [4; 5; 6]), [4; 0; 6])
