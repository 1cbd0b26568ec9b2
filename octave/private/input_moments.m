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
## @deftypefn {Private Function} {@var{m} =} input_moments (@var{caller}, @var{X}, @var{d}, @var{s})
## The moments of the inputs, 1-by-D: @code{Mean} and @code{Variance} as a training of the
## settings @var{s} sees them, the @code{Shift} and @code{Scale} that it takes off first (0 and 1
## without Standardize), and @code{Varies}, false for a constant column.
## @seealso{input_covariance, eliminate_inputs}
## @end deftypefn

function m = input_moments (caller, X, d, s)
  found = scan_data (caller, 'X', X, true, 'double', s.Threads);
  [center, deviation] = deal (found.Mean(:).', found.Scale(:).');
  m.Varies = true (1, columns (X));
  ## The scale of a constant column is 1, as may be that of others.
  for j = find (deviation == 1)
    m.Varies(j) = any (X(:,j) != X(1,j));
  end
  deviation(! m.Varies) = 0;
  m.Mean = zeros (1, columns (X));
  m.Variance = double (m.Varies);
  [m.Shift, m.Scale] = deal (d.Mean(:).', d.Scale(:).');
  if (! s.Standardize)
    [m.Mean, m.Variance] = deal (center, deviation .^ 2);
    [m.Shift, m.Scale] = deal (zeros (1, columns (X)), ones (1, columns (X)));
  end
end
