## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## theta = oracle_unroll (W, b)
##
## All parameters in one column: [W1(:); b1; W2(:); b2; ...].

function theta = oracle_unroll (W, b)
  theta = [];
  for l = 1:numel (W)
    theta = [theta; W{l}(:); b{l}(:)];
  end
end

%!test
%! [W, b] = oracle_start ([3 4 2]);
%! [W2, b2] = oracle_reroll (oracle_unroll (W, b), [3 4 2]);
%! assert (W2, W);
%! assert (b2, b);
%! assert (oracle_unroll ({[1 3; 2 4]}, {[5; 6]}), (1:6).');
