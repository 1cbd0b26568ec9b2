## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{C} =} input_covariance (@var{X}, @var{moments}, @var{live})
## The covariance of the columns of X, which are the inputs @var{live}, shifted and scaled as
## @var{moments} says.
## @seealso{input_moments, drop_inputs}
## @end deftypefn

function C = input_covariance (X, moments, live)
  C = zeros (columns (X));
  rows_at_once = 8192;
  for first = 1:rows_at_once:rows (X)
    Z = double (full (X(first:min (end, first + rows_at_once - 1),:)));
    Z = (Z - moments.Shift(live)) ./ moments.Scale(live) - moments.Mean(live);
    C = C + Z.' * Z;
  end
  C /= max (1, rows (X) - 1);
end

%!test
%! X = sparse (magic (6)(:,1:3));
%! m = struct ("Shift", zeros (1, 3), "Scale", ones (1, 3), "Mean", full (mean (X)));
%! assert (input_covariance (X, m, 1:3), cov (full (X)), 1e-12);
