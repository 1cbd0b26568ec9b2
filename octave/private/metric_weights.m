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
## @deftypefn {Private Function} {@var{w} =} metric_weights (@var{caller}, @var{weights}, @var{num_samples})
## The sample weights of a metric as a full column of doubles.
##
## Empty @var{weights} stay empty (all samples count the same).  Else there must
## be @var{num_samples}, none negative, not all 0.
## @seealso{nnreg_metrics, nnreg_evaluate}
## @end deftypefn

function w = metric_weights (caller, weights, num_samples)
  w = [];
  if (isnumeric (weights) && isempty (weights))
    return
  elseif (! ((isnumeric (weights) || islogical (weights)) && isreal (weights) && ...
             isvector (weights) && numel (weights) == num_samples))
    error ("nnreg:badArgument", "%s: Weights must be a vector of %s, got %s", ...
           caller, count_text (num_samples, "number"), show_value (weights));
  end
  w = full (double (weights(:)));
  bad = find (! (w >= 0 & w < Inf), 1);
  if (! isempty (bad))
    error ("nnreg:badArgument", "%s: Weights must be finite and not negative, got %g in row %d", ...
           caller, w(bad), bad);
  elseif (! any (w))
    error ("nnreg:badArgument", "%s: Weights must not all be 0", caller);
  elseif (sum (w) == Inf)
    error ("nnreg:badArgument", "%s: Weights are so large that their sum is Inf", caller);
  end
end

%!assert (metric_weights ("f", [], 3), [])
%!assert (metric_weights ("f", single ([1, 0, 2]), 3), [1; 0; 2])
%!error <f: Weights must be a vector of 3 numbers, got \[1 2\]> metric_weights ("f", [1, 2], 3)
%!error <f: Weights must be a vector of 1 number, got "a"> metric_weights ("f", "a", 1)
%!error <f: Weights must be finite and not negative, got -1 in row 2> metric_weights ("f", [1; -1], 2)
%!error <f: Weights must be finite and not negative, got NaN in row 1> metric_weights ("f", [NaN; 1], 2)
%!error <f: Weights are so large that their sum is Inf> metric_weights ("f", [1e308; 1e308], 2)
%!error <f: Weights must not all be 0> metric_weights ("f", [0; 0], 2)
