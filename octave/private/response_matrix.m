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
## @deftypefn {Private Function} {@var{Y} =} response_matrix (@var{caller}, @var{argument}, @var{y}, @var{wanted})
## The responses @var{y} of a regression as a full, finite matrix of floats.
##
## @var{wanted} is the size it must have, N-by-R, or empty: any that is not
## empty.  A row of N numbers passes as N-by-1.
## @seealso{nnreg_metrics, nnreg_evaluate}
## @end deftypefn

function Y = response_matrix (caller, argument, y, wanted)
  if (! ((isnumeric (y) || islogical (y)) && isreal (y) && ndims (y) == 2 && ...
         ! isempty (y)))
    error ("nnreg:badData", "%s: %s must be a matrix of real numbers, got %s", ...
           caller, argument, show_value (y));
  end
  Y = full (y);
  if (! isfloat (Y))
    Y = double (Y);
  end
  if (isrow (Y) && isequal (wanted, [numel(Y), 1]))
    Y = Y.';
  end
  if (! isempty (wanted) && ! isequal (size (Y), wanted))
    error ("nnreg:badData", "%s: %s must be %dx%d, got %s", ...
           caller, argument, wanted, show_value (y));
  end
  bad = find (! isfinite (Y.'), 1);
  if (! isempty (bad))
    [j, i] = ind2sub (size (Y.'), bad);
    error ("nnreg:badData", "%s: %s must be finite, entry (%d, %d) is %g", ...
           caller, argument, i, j, Y(i,j));
  end
end

%!assert (response_matrix ("f", "y", uint8 ([1; 2]), []), [1; 2])
%!assert (response_matrix ("f", "y", sparse ([1, 2]), [2, 1]), [1; 2])
%!assert (response_matrix ("f", "y", [1, 2], [1, 2]), [1, 2])
%!error <f: y must be a matrix of real numbers, got \[\]> response_matrix ("f", "y", [], [])
%!error <f: y must be a matrix of real numbers, got "a"> response_matrix ("f", "y", "a", [])
%!error <f: y must be a matrix of real numbers, got> response_matrix ("f", "y", 1i, [])
%!error <f: y must be 2x1, got \[1; 2; 3\]> response_matrix ("f", "y", [1; 2; 3], [2, 1])
%!error <f: y must be finite, entry \(1, 2\) is Inf> response_matrix ("f", "y", [1, Inf; NaN, 1], [])
