## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## m = nnr.metrics.calibration (itrue, ipred, scores, weights, distance)
##
## How far the scores agree with frequencies: a struct with Brier, ECE and Reliability, all NaN if
## DISTANCE is empty: there are no probabilities.
##
## ITRUE and IPRED (N-by-1) are the true and the predicted classes 1..K, SCORES is N-by-K, WEIGHTS
## N-by-1, DISTANCE N-by-1, the squared distance of each row of scores from the truth. The help of
## nnreg_metrics has the formulas.

function m = calibration (itrue, ipred, scores, weights, distance)
  num_bins = 10;
  undefined = NaN (1, num_bins);
  m = struct ('Brier', NaN, 'ECE', NaN, ...
              'Reliability', struct ('Score', undefined, 'Accuracy', undefined, ...
                                     'Share', undefined));
  if (isempty (distance))
    return
  end
  m.Brier = sum (weights .* distance) / sum (weights) / (1 + (columns (scores) == 2));
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

%!function m = calibration (itrue, ipred, scores, weights)
%!  [~, found] = nnr.metrics.class_scores (itrue, scores, weights, 2, 1);
%!  distance = found.Distance(1:end * found.Probable);
%!  m = nnr.metrics.calibration (itrue, ipred, scores, weights, distance);
%!endfunction
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
