## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## all = nnr.model.all_columns (W, live, num_inputs)
##
## The weights of all inputs: W has the weights of the inputs LIVE (column numbers), the others are
## 0.

function all = all_columns (W, live, num_inputs)
  all = zeros (rows (W), num_inputs, class (W));
  all(:,live) = W;
end

%!assert (nnr.model.all_columns (single ([1 2; 3 4]), [4 2], 4), single ([0 2 0 1; 0 4 0 3]))
%!assert (nnr.model.all_columns (zeros (2, 0), [], 3), zeros (2, 3))
