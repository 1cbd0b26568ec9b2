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
## @deftypefn {Private Function} {@var{t} =} make_targets (@var{caller}, @var{y}, @var{num_samples}, @var{s})
## What the samples should map to, from y and the settings @var{s}: a struct with
## @code{Labels} (int32, from 0) or @code{Responses} (R-by-N, standardised) and
## @code{Scales}, @code{SampleWeights} and, times the class weights, @code{Weights},
## @code{ClassNames}, @code{ResponseMean}, @code{ResponseScale} and
## @code{NumOutputs}.
## @seealso{match_targets}
## @end deftypefn

function t = make_targets (caller, y, num_samples, s)
  t = struct ("Labels", [], "Responses", [], "Scales", [], "Weights", [], ...
              "SampleWeights", [], ...
              "ClassNames", [], "ResponseMean", [], "ResponseScale", [], ...
              "NumOutputs", []);
  t.Weights = metric_weights (caller, s.Weights, num_samples);
  if (! isempty (t.Weights))
    t.Weights = near_one (t.Weights);
  end
  t.SampleWeights = t.Weights;
  if (strcmp (s.Task, "classification"))
    [t.ClassNames, idx] = encode_labels (caller, y, num_samples);
    t.Labels = int32 (idx - 1);
    t.NumOutputs = rows (t.ClassNames);
    t.Weights = with_class_weights (caller, t.Weights, s.ClassWeights, idx, ...
                                    t.NumOutputs);
    return;
  end
  if (! isempty (s.ClassWeights))
    error ("nnreg:badArgument", '%s: ClassWeights need Task "classification"', ...
           caller);
  end
  Y = response_rows (caller, y, num_samples);
  t.NumOutputs = columns (Y);
  t.ResponseMean = zeros (1, t.NumOutputs);
  t.ResponseScale = ones (1, t.NumOutputs);
  if (s.StandardizeY)
    t.ResponseMean = mean (Y, 1);
    scale = std (Y, 0, 1);
    if (! all (isfinite ([t.ResponseMean, scale])))
      error ('nnreg:badData', ['%s: y is too large to be standardised (values up to ' ...
                               '%.3g)'], caller, max (abs (Y(:))));
    end
    unit = power_of_two (Y);           # the squares of tiny ones vanish
    scale = std (Y ./ unit, 0, 1) .* unit;
    varies = scale > 1e-14 * abs (t.ResponseMean);
    t.ResponseScale(varies) = scale(varies);
  end
  t.Scales = t.ResponseScale(:);
  t.Responses = standard_responses (Y, t, s.Precision);
end

## Only the ratios of weights count; so scaled, tiny ones do not vanish and huge ones add up.
function w = near_one (w)
  w /= power_of_two (w);
end

## Of each column, about its largest absolute value; 1 where all are 0.
function unit = power_of_two (x)
  largest = max (abs (x), [], 1);
  unit = ones (size (largest));
  unit(largest > 0) = 2 .^ floor (log2 (largest(largest > 0)));
end

function w = with_class_weights (caller, w, wanted, idx, num_classes)
  if (isnumeric (wanted) && isempty (wanted))
    return;
  end
  by_class = class_weights (caller, wanted, idx, num_classes);
  if (isempty (w))
    w = ones (numel (idx), 1);
  end
  w .*= near_one (by_class)(idx);
  if (! any (w))
    error ("nnreg:badArgument", "%s: with these ClassWeights all samples weigh 0", ...
           caller);
  end
end
