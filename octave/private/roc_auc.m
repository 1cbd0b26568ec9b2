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
## @deftypefn {Private Function} {@var{area} =} roc_auc (@var{positive}, @var{scores}, @var{weights})
## The area under the receiver operating characteristic of one class.
##
## @var{positive} (N-by-1, logical) marks the samples of the class, @var{scores}
## (N-by-1) should be higher for them, @var{weights} (N-by-1) are not negative.
## With P the positive and Q the other samples
##
## @example
## area = sum_@{i in P@} sum_@{j in Q@} w_i w_j h(s_i - s_j) / (sum_P w * sum_Q w)
## @end example
##
## @noindent
## where h(d) is 1 for d > 0, 1/2 for d = 0 (a tie) and else 0.  It is NaN where
## P or Q has no weight.
## @seealso{score_metrics}
## @end deftypefn

function area = roc_auc (positive, scores, weights)
  others = scores(! positive);
  w_others = weights(! positive);
  [values, ~, idx] = unique (scores(positive));
  mass = accumarray (idx(:), weights(positive), [numel(values), 1]);
  total = sum (mass) * sum (w_others);
  if (total == 0)
    area = NaN;
    return
  end
  ## below is the number of distinct positive scores that do not exceed a score.
  below = lookup (values, others);
  up_to = [0; cumsum(mass)];
  higher = sum (mass) - up_to(below + 1);
  tied = below > 0 & others == values(max (below, 1));
  tied = tied .* mass(max (below, 1));
  area = sum (w_others .* (higher + tied / 2)) / total;
end

%!assert (roc_auc (logical ([0; 0; 1; 1]), [0.1; 0.4; 0.35; 0.8], ones (4, 1)), 0.75)
%!assert (roc_auc (logical ([0; 1; 0; 1]), ones (4, 1), ones (4, 1)), 0.5)
%!assert (roc_auc (logical ([1; 0]), [3; 1], [2; 5]), 1)
%!assert (roc_auc (logical ([1; 0]), [1; 3], [2; 5]), 0)
%!assert (roc_auc (true (3, 1), [1; 2; 3], ones (3, 1)), NaN)
%!assert (roc_auc (false (3, 1), [1; 2; 3], ones (3, 1)), NaN)
%!assert (roc_auc (logical ([1; 0]), [3; 1], [0; 1]), NaN)
