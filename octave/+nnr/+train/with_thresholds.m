## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.train.with_thresholds (t, X, rows, s)
##
## The targets T of a regression with the Thresholds (R-by-1) of the Loss in the settings S, in the
## units of the standardised responses: 0 for "mae", and [] for the squared error and for classes.
## For "huber" they are HuberDelta, or if that is "auto" 1.345 times the spread of the errors of a
## robust linear model on the samples ROWS ([]: all) of X (nnr.train.residual_scale). Then the loss
## does not change while a training runs, and all trainings on the same rows have the same loss.

function t = with_thresholds (t, X, rows, s)
  t.Thresholds = [];
  if (strcmp (s.Loss, 'mae'))
    t.Thresholds = zeros (t.NumOutputs, 1);
  elseif (strcmp (s.Loss, 'huber'))
    t.Thresholds = (deltas (t, X, rows, s) ./ t.ResponseScale).';
  end
end

## In the units of y, 1-by-R.
function delta = deltas (t, X, rows, s)
  delta = s.HuberDelta;
  if (strcmp (delta, 'auto'))
    [w, rows] = nnr.targets.relative_weights (t, t.SampleWeights, rows);
    if (numel (s.PenaltyFactor) == columns (X))
      X = X(:,s.PenaltyFactor < Inf);
    end
    delta = 1.345 * nnr.train.residual_scale (X, t.Y, w, rows, s.Intercept);
    digits = 10 .^ (floor (log10 (delta)) - 4);   # five: less than one BLAS differs from another
    delta = round (delta ./ digits) .* digits;
  elseif (! any (numel (delta) == [1, t.NumOutputs]))
    error ('nnreg:badArgument', ['HuberDelta must be a number, or one for each of the %s, ' ...
                                 'got %d'], ...
           nnr.words.count_text (t.NumOutputs, 'response'), numel (delta));
  end
  delta = delta(:).' .* ones (1, t.NumOutputs);
end

%!function t = of (X, y, varargin)
%!  s = nnr.options.settings ({"Task", "regression", "LayerSizes", [], varargin{:}});
%!  t = nnr.train.with_thresholds (nnr.targets.make (y, rows (X), s), X, [], s);
%!endfunction
%!shared X, Y
%! X = [1:60; mod(1:60, 7)].';
%! Y = [X(:,1) + sin(1:60).', 5 + 10 * cos(1:60).'];
%!assert (of (X, Y).Thresholds, [])
%!assert (of (X, Y, "Loss", "mae").Thresholds, [0; 0])
%!test
%! t = of (X, Y, "Loss", "huber", "HuberDelta", 2);
%! assert (t.Thresholds .* t.Scales, [2; 2], 1e-14);
%! t = of (X, Y, "Loss", "huber", "HuberDelta", [2, 3]);
%! assert (t.Thresholds .* t.Scales, [2; 3], 1e-14);
%!test # the spread of what a linear model leaves, in the units of y, whatever the scaling
%! t = of (X, Y, "Loss", "huber");
%! delta = t.Thresholds .* t.Scales;
%! assert (delta(1) > 0.7 && delta(1) < 2 && delta(2) > 7 && delta(2) < 20);
%! same = of (X, Y, "Loss", "huber", "StandardizeY", false);
%! assert (same.Thresholds, delta, 1e-14);
%! inverse = of (X, Y, "Loss", "huber", "PenaltyFactor", [Inf; 1]);
%! assert (inverse.Thresholds(1) * inverse.Scales(1) > 10);
%!error <HuberDelta must be a number, or one for each of the 2 responses, got 3>
%! of (X, Y, "Loss", "huber", "HuberDelta", [1, 2, 3])
