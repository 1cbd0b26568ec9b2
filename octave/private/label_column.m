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
## @deftypefn {Private Function} {@var{labels} =} label_column (@var{caller}, @var{argument}, @var{y})
## The labels @var{y} as a column: full numbers, logicals, or a cellstr.
##
## @var{y} is a vector of numbers, logicals or strings (cellstr), or a char matrix
## whose rows are labels.  Anything else, and NaN, is the error
## @code{nnreg:badData} that names @var{caller} and @var{argument}.
##
## @example
## label_column ("nnreg_metrics", "ytrue", ["no "; "yes"])   # @{"no"; "yes"@}
## @end example
## @seealso{class_indices}
## @end deftypefn

function labels = label_column (caller, argument, y)
  if (ischar (y) && ! isempty (y) && ndims (y) == 2)
    labels = cellstr (y);
  elseif (iscellstr (y) && isvector (y))
    labels = y(:);
  elseif ((isnumeric (y) || islogical (y)) && isreal (y) && isvector (y))
    labels = full (y(:));
    bad = find (isnan (labels), 1);
    if (! isempty (bad))
      error ("nnreg:badData", "%s: %s must not hold NaN, got one in row %d", ...
             caller, argument, bad);
    end
  else
    error ("nnreg:badData", ["%s: %s must hold labels (real numbers, logicals, " ...
                             "a cellstr or rows of a char matrix), got %s"], ...
           caller, argument, show_value (y));
  end
end

%!assert (label_column ("f", "y", ["no "; "yes"]), {"no"; "yes"})
%!assert (label_column ("f", "y", {"b", "a"}), {"b"; "a"})
%!assert (label_column ("f", "y", sparse ([0, 3])), [0; 3])
%!assert (label_column ("f", "y", [true; false]), [true; false])
%!error <f: y must not hold NaN, got one in row 2> label_column ("f", "y", [1; NaN])
%!error <f: y must hold labels \(real numbers, logicals, a cellstr or rows of a char matrix\), got \[\]> label_column ("f", "y", [])
%!error <f: y must hold labels .* got a struct> label_column ("f", "y", struct ())
%!error <f: y must hold labels> label_column ("f", "y", [1i; 2])
