## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more details.
##
## You should have received a copy of the GNU General Public License along with
## this program; see the file COPYING.  If not, see
## <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {} {@var{X} =} oracle_data (@var{n}, @var{d}, @var{seed})
## An @var{n}-by-@var{d} matrix of numbers that look uniform in (0, 1), the same on
## every machine: the multiplicative congruential generator of Park and Miller
## (CACM 1988), which doubles hold exactly.
## @seealso{oracle_start}
## @end deftypefn

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
