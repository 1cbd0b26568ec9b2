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
## @deftypefn {Private Function} {@var{m} =} calibration (@var{itrue}, @var{ipred}, @var{scores}, @var{weights})
## Are scores the probabilities that they seem to be?  A struct with Brier, ECE and
## Reliability, NaN where @var{scores} are empty or no probabilities.
##
## @var{itrue} and @var{ipred} (N-by-1) are the true and the predicted classes 1..K,
## @var{scores} N-by-K, @var{weights} N-by-1.  The formulas are in the help of
## @code{nnreg_metrics}.
## @seealso{classification_metrics, score_metrics}
## @end deftypefn

function m = calibration (itrue, ipred, scores, weights)
  num_bins = 10;
  undefined = NaN (1, num_bins);
  m = struct ('Brier', NaN, 'ECE', NaN, ...
              'Reliability', struct ('Score', undefined, 'Accuracy', undefined, ...
                                     'Share', undefined));
  if (isempty (scores) || min (scores(:)) < 0 || max (scores(:)) > 1)
    return
  end
  m.Brier = brier (itrue, scores, weights);
  score = double (scores(sub2ind (size (scores), (1:rows (scores)).', ipred)));
  ## A bin holds its upper edge: (0, 0.1], (0.1, 0.2], ... and 0 itself.
  bin = 1 + sum (score > (1:num_bins - 1) / num_bins, 2);
  in_bin = @(values) accumarray (bin, weights .* values, [num_bins, 1]).';
  mass = in_bin (1);
  m.Reliability.Score = in_bin (score) ./ mass;
  m.Reliability.Accuracy = in_bin (itrue == ipred) ./ mass;
  m.Reliability.Share = mass / sum (mass);
  gap = abs (m.Reliability.Score - m.Reliability.Accuracy);
  m.ECE = sum ((m.Reliability.Share .* gap)(mass > 0));
end

function value = brier (itrue, scores, weights)
  num_classes = columns (scores);
  distance = zeros (rows (scores), 1);
  for k = 1:num_classes
    distance += (double (scores(:,k)) - (itrue == k)) .^ 2;
  end
  value = sum (weights .* distance) / sum (weights);
  if (num_classes == 2)
    value /= 2;
  end
end

%!test
%! p = [0.9, 0.1; 0.7, 0.3; 0.2, 0.8; 0.65, 0.35];
%! m = calibration ([1; 2; 2; 1], [1; 1; 2; 1], p, [1; 2; 1; 1]);
%! assert (m.Brier, (0.01 + 2 * 0.49 + 0.04 + 0.1225) / 5, 1e-15);
%! assert (m.Reliability.Share, [0, 0, 0, 0, 0, 0, 3, 1, 1, 0] / 5, eps);
%! assert (m.Reliability.Score(7:9), [2.05 / 3, 0.8, 0.9], eps);
%! assert (m.Reliability.Accuracy(7:9), [1 / 3, 1, 1], eps);
%! assert (m.ECE, (1.05 + 0.2 + 0.1) / 5, eps);
%!test
%! # not probabilities
%! m = calibration (1, 1, [2, -1], 1);
%! assert ([m.Brier, m.ECE, m.Reliability.Score(1)], NaN (1, 3));
