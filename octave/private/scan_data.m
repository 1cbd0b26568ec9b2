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
## @deftypefn {Private Function} {@var{found} =} scan_data (@var{caller}, @var{name}, @var{X}, @var{moments}, @var{precision}, @var{threads})
## One pass over X: the struct @var{found} has @code{Density} (the share of non-zeros),
## @code{Compressed} (whether a training is better off with these alone), @code{Largest} (the columns' largest
## absolute values, D-by-1), and, if @var{moments}, their @code{Mean} and
## @code{Scale} (standard deviation with N-1, 1 for a constant column), else empty.
## NaN and Inf are errors that name the first place; so are values that the precision
## cannot hold, and columns whose mean or deviation no double can.
## @seealso{pack_data}
## @end deftypefn

function found = scan_data (caller, name, X, moments, precision, threads)
  found = struct ("Density", [], "Compressed", false, "Largest", [], "Mean", [], "Scale", []);
  try
    if (moments)
      [found.Density, found.Largest, found.Mean, found.Scale] = __nnreg_source_scan__ (X, threads);
    else
      [found.Density, found.Largest] = __nnreg_source_scan__ (X, threads);
    end
  catch err
    err.message = strrep (err.message, 'X(', [name, '(']);
    pass_error (caller, err);
  end
  if (strcmp (precision, 'single') && max (found.Largest) > realmax ('single'))
    error ('nnreg:badData', ['%s: %s has values up to %.3g, which single precision ' ...
                             'cannot hold; a training with "Precision", "double" can'], ...
           caller, name, max (found.Largest));
  end
  ## Measured: below this share of non-zeros the compressed products are faster.
  found.Compressed = issparse (X) || (found.Density < 0.4 && columns (X) >= 32);
  ## Far from zero a shift that is folded into the products eats up single precision.
  far = 1e3;
  if (moments && any (abs (found.Mean) > far * found.Scale))
    found.Compressed = issparse (X);
    if (issparse (X) && strcmp (precision, 'single'))
      warning ('nnreg:scale', ['%s: a column of the sparse %s has a mean far above its ' ...
                               'spread; "Precision", "double" keeps its digits'], ...
               caller, name);
    end
  end
end

%!error <f: A\(:,2\) has values so large that no double holds their mean or deviation>
%! scan_data ('f', 'A', [1, 1e300; 2, -1e300], true, 'double', 1);
%!error id=nnreg:badData nnreg_fit ([1, 1e300; 2, -1e300; 3, 0], [1; 2; 1], 'Standardize', true, ...
%!                                  'Precision', 'double', 'Verbose', 0);
%!test
%! found = scan_data ('f', 'A', [1, 1e300; 2, -1e300], false, 'double', 1);
%! assert (found.Largest, [2; 1e300]);
