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
## @deftypefn {Private Function} {@var{scores} =} metric_scores (@var{caller}, @var{scores}, @var{num_samples}, @var{num_classes})
## The scores of a classification, checked: finite, real and
## @var{num_samples}-by-@var{num_classes}, single or double (other classes of
## numbers become double).  Empty ones are passed on.
## @seealso{nnreg_metrics, nnreg_evaluate}
## @end deftypefn

function scores = metric_scores (caller, scores, num_samples, num_classes)
  if (isnumeric (scores) && isempty (scores))
    return
  elseif (! ((isnumeric (scores) || islogical (scores)) && isreal (scores) && ...
             ndims (scores) == 2 && rows (scores) == num_samples && ...
             columns (scores) == num_classes))
    error ("nnreg:badData", "%s: scores must be %dx%d (samples x classes), got %s", ...
           caller, num_samples, num_classes, show_value (scores));
  end
  scores = full (scores);
  if (! isfloat (scores))
    scores = double (scores);
  end
  bad = find (! isfinite (sum (scores, 2, "double")), 1);
  if (! isempty (bad))
    error ("nnreg:badData", "%s: scores must be finite, row %d is not", caller, bad);
  end
end

%!assert (metric_scores ("f", [], 3, 2), [])
%!assert (class (metric_scores ("f", single ([1, 2]), 1, 2)), "single")
%!assert (metric_scores ("f", int8 ([1, 2]), 1, 2), [1, 2])
%!error <f: scores must be 3x2 \(samples x classes\), got \[1 2\]> metric_scores ("f", [1, 2], 3, 2)
%!error <f: scores must be finite, row 2 is not> metric_scores ("f", [1, 2; NaN, 0], 2, 2)
