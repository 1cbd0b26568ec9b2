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
## @deftypefn {Private Function} {@var{curve} =} roc_curve (@var{positive}, @var{scores}, @var{weights})
## The receiver operating characteristic of one class, as a struct with columns FPR, TPR
## and Threshold.
##
## The arguments are those of @code{roc_auc}.  A row says which share of the other samples
## (FPR) and of the class (TPR) has a score of at least Threshold; the first is
## (0, 0, Inf), the last (1, 1) at the lowest score.  Points inside a straight run along
## an axis are left out.  Empty columns where the class or the rest has no weight.
## @seealso{score_metrics, roc_auc}
## @end deftypefn

function curve = roc_curve (positive, scores, weights)
  counted = find (weights > 0);
  [values, order] = sort (double (scores(counted)), 'descend');
  order = counted(order);
  hits = cumsum (weights(order) .* positive(order));
  alarms = cumsum (weights(order) .* ! positive(order));
  last = [values(1:end - 1) != values(2:end); true];  # of equal scores
  tp = [0; hits(last)];
  fp = [0; alarms(last)];
  curve = struct ('FPR', zeros (0, 1), 'TPR', zeros (0, 1), 'Threshold', zeros (0, 1));
  if (tp(end) > 0 && fp(end) > 0)
    thresholds = [Inf; values(last)];
    kept = corners (positive(order), last);
    curve.FPR = fp(kept) / fp(end);
    curve.TPR = tp(kept) / tp(end);
    curve.Threshold = thresholds(kept);
  end
end

## Points where the curve does not go straight on: steps are compared as kinds, for
## rounded sums would hide that one is 0.
function kept = corners (positive, last)
  starts = [1; find(last)(1:end - 1) + 1];
  ends = find (last);
  count = cumsum ([0; positive]);
  of_class = count(ends + 1) - count(starts);
  up = of_class == ends - starts + 1;
  right = of_class == 0;
  straight = (up(1:end - 1) & up(2:end)) | (right(1:end - 1) & right(2:end));
  kept = [true; ! straight; true];
end

%!test
%! # from the definition, ties and weights
%! positive = [true; true; false; true; false; false];
%! scores = [0.9; 0.8; 0.8; 0.4; 0.3; 0.1];
%! c = roc_curve (positive, scores, ones (6, 1));
%! assert ([c.FPR, c.TPR, c.Threshold], ...
%!         [0, 0, Inf; 0, 1/3, 0.9; 1/3, 2/3, 0.8; 1/3, 1, 0.4; 1, 1, 0.1], eps);
%! assert (trapz (c.FPR, c.TPR), roc_auc (positive, scores, ones (6, 1)), eps);
%! c = roc_curve (positive, scores, [2; 1; 0; 1; 1; 3]);
%! assert ([c.FPR, c.TPR, c.Threshold], [0, 0, Inf; 0, 1, 0.4; 1, 1, 0.1], eps);
%!test
%! # nothing to compare with
%! c = roc_curve (true (3, 1), (1:3).', ones (3, 1));
%! assert ([numel(c.FPR), numel(c.TPR), numel(c.Threshold)], [0, 0, 0]);
