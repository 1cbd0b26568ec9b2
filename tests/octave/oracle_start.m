## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [W, b] = oracle_start (sizes)
##
## Starting weights and biases for a network with sizes inputs, hidden units and outputs. They have
## the usual scale, no pattern that could hide an error, and are the same on every machine.

function [W, b] = oracle_start (sizes)
  L = numel (sizes) - 1;
  [W, b] = deal (cell (1, L));
  for l = 1:L
    bound = sqrt (6 / (sizes(l) + sizes(l+1)));
    W{l} = bound * (2 * oracle_data (sizes(l+1), sizes(l), 100 + l) - 1);
    b{l} = 0.2 * (oracle_data (sizes(l+1), 1, 200 + l) - 0.5);
  end
end

%!test
%! [W, b] = oracle_start ([3 5 2]);
%! assert (size (W{1}), [5 3]);
%! assert (size (b{2}), [2 1]);
%! assert (all (abs (W{1}(:)) <= sqrt (6 / 8)));
