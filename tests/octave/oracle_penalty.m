## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [value, g1, g2] = oracle_penalty (W, opt)
##
## The penalty, and the gradients (cells as W) of its L1 part, with sign (0) = 0, and of its L2
## part. Decoupled decay is not part of the objective.

function [value, g1, g2] = oracle_penalty (W, opt)
  value = 0;
  [g1, g2] = deal (cell (size (W)));
  for l = 1:numel (W)
    value = value + opt.l1(l) * sum (abs (W{l}(:))) + opt.l2(l) * sum (W{l}(:) .^ 2);
    g1{l} = opt.l1(l) * sign (W{l});
    g2{l} = 2 * opt.l2(l) * W{l};
  end
end

%!test
%! opt = struct ("Penalty", "l2", "Lambda", [0.1 2]);
%! [value, g1, g2] = oracle_penalty ({[1 -2], 3}, oracle_options (opt, 2));
%! assert (value, 0.1 * 5 + 2 * 9, 1e-14);
%! assert (g1, {[0 0], 0});
%! assert (g2, {[0.2 -0.4], 12}, 1e-14);
