## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## count = nnr.model.count_parameters (sizes)
##
## The number of weights and biases of a network; SIZES are [inputs, hidden ..., outputs].

function count = count_parameters (sizes)
  sizes = sizes(:);
  count = sum ((sizes(1:end - 1) + 1) .* sizes(2:end));
end

%!assert (nnr.model.count_parameters ([784, 512, 10]), 785 * 512 + 513 * 10)
%!assert (nnr.model.count_parameters ([2; 1]), 3)
