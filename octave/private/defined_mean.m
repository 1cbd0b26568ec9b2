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
## @deftypefn  {Private Function} {@var{a} =} defined_mean (@var{x})
## @deftypefnx {Private Function} {@var{a} =} defined_mean (@var{x}, @var{w})
## The mean of the entries of the vector @var{x} that are not NaN, weighted by
## the vector @var{w} (all equal if left out).
##
## Weights that belong to NaN are left out too.  If those that remain are all
## 0 the mean is the plain one; if nothing remains it is NaN.  This is what
## scikit-learn does with @code{zero_division = nan}.
##
## @example
## defined_mean ([1, NaN, 4], [2, 9, 1])   # 2
## @end example
## @seealso{classification_metrics}
## @end deftypefn

function a = defined_mean (x, w)
  x = x(:);
  if (nargin < 2)
    w = ones (size (x));
  end
  w = w(:);
  defined = ! isnan (x);
  x = x(defined);
  w = w(defined);
  if (sum (w) == 0)
    w(:) = 1;
  end
  a = sum (w .* x) / sum (w);
end

%!assert (defined_mean ([1, 2, 6]), 3)
%!assert (defined_mean ([1, NaN, 4], [2, 9, 1]), 2)
%!assert (defined_mean ([1, NaN, 4], [0, 9, 0]), 2.5)
%!assert (defined_mean ([NaN; NaN]), NaN)
%!assert (defined_mean ([]), NaN)
%!assert (defined_mean ([1, -Inf]), -Inf)
