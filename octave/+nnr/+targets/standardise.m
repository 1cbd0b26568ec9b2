## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.targets.standardise (t, rows, s)
##
## The targets T of a regression with their Responses standardised: by the mean and the standard
## deviation of the samples ROWS ([]: all), weighted and divided by the sum of the weights; or as in
## the InitialModel of the settings S, if there is one. Without StandardizeY they stay as they are.
## Without an Intercept they are only divided by their root mean square, as in glmnet 4.1.
##
## A few wild responses would decide mean and deviation. So for the losses "huber" and "mae" they
## are the median and the robust scale around it (nnr.targets.robust_scale).

function t = standardise (t, rows, s)
  if (isempty (t.Y))
    return                      # classes
  end
  t.ResponseMean = zeros (1, t.NumOutputs);
  t.ResponseScale = ones (1, t.NumOutputs);
  if (! isempty (s.InitialModel))
    [t.ResponseMean, t.ResponseScale] = deal (s.InitialModel.ResponseMean(:).', ...
                                              s.InitialModel.ResponseScale(:).');
  elseif (s.StandardizeY)
    find_units = merge (nnr.targets.is_robust (s), @robust_units, @moments);
    [t.ResponseMean, t.ResponseScale] = find_units (t, rows, s.Intercept);
  end
  t.Scales = t.ResponseScale(:);
  t.Responses = nnr.targets.standard_responses (t.Y, t, s.Precision);
end

function [average, scale] = moments (t, rows, centred)
  t.Responses = t.Y.';
  [w, rows] = nnr.targets.relative_weights (t, t.SampleWeights, rows);
  Y = t.Y(rows,:);
  unit = nnr.targets.power_of_two (Y);  # or the squares of tiny values would be 0
  Z = Y ./ unit;
  average = (Z(1,:) + w.' * (Z - Z(1,:))) .* unit * centred;    # exact for a constant response
  deviation = sqrt (w.' * ((Y - average) ./ unit) .^ 2) .* unit;
  refuse_large (Y, [average, deviation .^ 2]);  # RMSE needs the squares
  scale = ones (size (deviation));
  varies = deviation > 1e-14 * abs (average);
  scale(varies) = deviation(varies);
end

function [centre, scale] = robust_units (t, rows, centred)
  t.Responses = t.Y.';
  [w, rows] = nnr.targets.relative_weights (t, t.SampleWeights, rows);
  Y = t.Y(rows,:);
  centre = centred * nnr.targets.weighted_medians (Y, w);
  scale = nnr.targets.robust_scale (Y - centre, w);
  scale(scale <= 1e-14 * abs (centre)) = 1;
  refuse_large (Y, [centre, scale, max(((Y - centre) ./ scale) .^ 2, [], 1)]);
end

function refuse_large (Y, numbers)
  if (! all (isfinite (numbers)))
    error ('nnreg:badData', 'y is too large to be standardised (values up to %.3g)', ...
           max (abs (Y(:))));
  end
end

%!test
%! # a weight of 2 is the row twice, and rows that are left out do not count
%! s = struct ("Precision", "double", "StandardizeY", true, "InitialModel", [], ...
%!             "Intercept", true, "Loss", "mse");
%! t = struct ("Y", [1, 1; 2, -1; 7, 4; 9, 9], "Labels", [], ...
%!             "SampleWeights", [1; 2; 1; 5], "NumOutputs", 2);
%! t = nnr.targets.standardise (t, [1; 2; 3], s);
%! twice = [1, 1; 2, -1; 2, -1; 7, 4];
%! assert (t.ResponseMean, mean (twice), 1e-15);
%! assert (t.ResponseScale, std (twice, 1), 1e-15);
%! assert (t.Responses, ((t.Y - mean (twice)) ./ std (twice, 1)).', 1e-15);
%!test
%! # tiny values, and a constant response
%! s = struct ("Precision", "double", "StandardizeY", true, "InitialModel", [], ...
%!             "Intercept", true, "Loss", "mse");
%! t = struct ("Y", [1e-200, 0.1; 3e-200, 0.1], "Labels", [], ...
%!             "SampleWeights", [], "NumOutputs", 2);
%! t = nnr.targets.standardise (t, [], s);
%! assert (t.ResponseScale, [1e-200, 1], 1e-214);
%! assert (t.Responses(1,:), [-1, 1], 1e-12);
%! t = struct ("Y", repmat (0.1, 1300, 1), "SampleWeights", [], "Labels", [], "NumOutputs", 1);
%! t = nnr.targets.standardise (t, [], s);
%! assert ({t.ResponseMean, t.ResponseScale, any(t.Responses)}, {0.1, 1, false});
%!test
%! # several responses, whose sums round otherwise: the mean of equal numbers was off by 6e-14
%! s = struct ("Precision", "double", "StandardizeY", true, "InitialModel", [], ...
%!             "Intercept", true, "Loss", "mse");
%! for n = 1300:1330
%!   t = struct ("Y", repmat ([3.25, 0.1, -7.3], n, 1), "SampleWeights", [], "Labels", [], ...
%!               "NumOutputs", 3);
%!   t = nnr.targets.standardise (t, [], s);
%!   assert ({t.ResponseMean, t.ResponseScale}, {[3.25, 0.1, -7.3], [1, 1, 1]});
%!   assert (any (t.Responses(:)), false);
%! end
%!test # without an intercept: root mean square
%! s = struct ("Precision", "double", "StandardizeY", true, "InitialModel", [], ...
%!             "Intercept", false, "Loss", "mse");
%! t = struct ("Y", [3, 1; 5, 1], "Labels", [], "SampleWeights", [1; 3], "NumOutputs", 2);
%! t = nnr.targets.standardise (t, [], s);
%! assert ({t.ResponseMean, t.ResponseScale}, {[0, 0], [sqrt(21), 1]});
%!test # a robust loss: median and spread around it, whatever two wild values are; weights count
%! s = struct ("Precision", "double", "StandardizeY", true, "InitialModel", [], ...
%!             "Intercept", true, "Loss", "huber");
%! y = [1; 2; 3; 4; 5; 6; 1e6; -1e9];
%! t = struct ("Y", [y, y], "Labels", [], "SampleWeights", [], "NumOutputs", 2);
%! t = nnr.targets.standardise (t, [], s);
%! assert (t.ResponseMean, [3.5, 3.5]);
%! assert (t.ResponseScale, [2, 2] / 0.6745, 1e-14);
%! twice = t;
%! [twice.Y, twice.SampleWeights] = deal (y([1:8, 1, 3]), []);
%! weighted = t;
%! [weighted.Y, weighted.SampleWeights] = deal (y, [2; 1; 2; 1; 1; 1; 1; 1]);
%! a = nnr.targets.standardise (setfield (twice, "NumOutputs", 1), [], s);
%! b = nnr.targets.standardise (setfield (weighted, "NumOutputs", 1), [], s);
%! assert ([a.ResponseMean, a.ResponseScale], [b.ResponseMean, b.ResponseScale]);
%! s.Intercept = false;
%! t = nnr.targets.standardise (t, [], s);
%! assert (t.ResponseMean, [0, 0]);
%! assert (t.ResponseScale(1), 4.5 / 0.6745, 1e-14);
