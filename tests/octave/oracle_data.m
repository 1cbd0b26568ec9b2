## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## X = oracle_data (n, d, seed)
##
## An n-by-d matrix of numbers that look uniform in (0, 1), the same on every machine: the generator
## of Park and Miller (CACM 1988), which doubles compute exactly.

function X = oracle_data (n, d, seed)
  modulus = 2^31 - 1;
  state = mod (16807 * (seed + 1) + 12345, modulus);
  X = zeros (n, d);
  for k = 1:(n * d)
    state = mod (16807 * state, modulus);
    X(k) = state / modulus;
  end
end

%!test
%! X = oracle_data (500, 4, 1);
%! assert (X, oracle_data (500, 4, 1));
%! assert (all (X(:) > 0 & X(:) < 1));
%! assert (mean (X), 0.5 * ones (1, 4), 0.06);
%! assert (corr (X), eye (4), 0.15);
