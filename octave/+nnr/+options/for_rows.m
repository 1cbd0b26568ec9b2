## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.options.for_rows (s, num_samples, num_outputs)
##
## The settings S with the defaults that the data decide: BatchSize and Epochs that are [], and a
## Lambda that is "auto". NUM_SAMPLES is the number of all rows, in each fold too. NUM_OUTPUTS is
## the number of classes or responses.
##
##   BatchSize  32, from 5000 rows 64, from 20000 rows 128
##   Epochs     200, but at most 9380 steps of Adam, and at least 20 epochs. Two classes: 100, or
##              as many of the 200 as make 500 steps. (Measured: their tables are noisier, and
##              networks begin to learn the noise.)
##   Lambda     1 / NUM_SAMPLES for classes, 2 / NUM_SAMPLES for a regression, at most 0.02: the
##              minimum of J is the most likely network if weights are normal with the variance 1/2
##              beforehand, and standardised responses with the variance 1 around its outputs

function s = for_rows (s, num_samples, num_outputs)
  num_samples = max (1, num_samples);           # no samples is an error elsewhere
  if (isempty (s.BatchSize))
    s.BatchSize = 32 * 2 ^ sum (num_samples >= [5000, 20000]);
  end
  if (isempty (s.Epochs))
    a_pass = ceil (num_samples / s.BatchSize);
    most = 200;
    if (num_outputs == 2 && strcmp (s.Task, 'classification'))
      most = min (200, max (100, ceil (500 / a_pass)));
    end
    s.Epochs = max (20, min (most, floor (9380 / a_pass)));
  end
  if (strcmp (s.Lambda, 'auto'))
    s.Lambda = min (0.02, (1 + strcmp (s.Task, 'regression')) / num_samples);
  end
end

%!function [size, epochs, lambda] = chosen (num_samples, varargin)
%!  s = nnr.options.for_rows (nnr.options.settings (varargin), num_samples, 3);
%!  [size, epochs, lambda] = deal (s.BatchSize, s.Epochs, s.Lambda);
%!endfunction
%!test
%! # the rule by hand: small, the most steps, each BatchSize, large
%! of = [16, 1500, 4999, 5000, 19999, 20000, 60000, 1e6];
%! [size, epochs, lambda] = arrayfun (@chosen, of);
%! assert (size, [32, 32, 32, 64, 64, 128, 128, 128]);
%! assert (epochs, [200, 199, 59, 118, 29, 59, 20, 20]);
%! assert (lambda, min (0.02, 1 ./ of));
%!test
%! # the number of steps never falls from one number of rows to a larger one, but for the rounding
%! of = [1:50:5000, 5000:500:1e5];
%! [size, epochs] = arrayfun (@chosen, of);
%! steps = epochs .* ceil (of ./ size);
%! assert (min (steps) == 200 && all (steps >= min (200 * ceil (of / 32), 9380 * 0.95)));
%! assert (all (steps <= 9380 | epochs == 20));
%!function epochs = of_two_classes (num_samples)
%!  s = nnr.options.for_rows (nnr.options.settings ({}), num_samples, 2);
%!  epochs = s.Epochs;
%!endfunction
%!test
%! assert (arrayfun (@of_two_classes, [16, 64, 96, 97, 160, 1000, 3000, 60000]), ...
%!         [200, 200, 167, 125, 100, 100, 99, 20]);
%!test
%! # what is given stays, and decides with the rows
%! assert (nthargout (1:2, @chosen, 1e4, "BatchSize", 1000), {1000, 200});
%! assert (nthargout (1:2, @chosen, 1e4, "BatchSize", 1), {1, 20});
%! assert (nthargout (1:2, @chosen, 1e4, "Epochs", 7), {64, 7});
%! assert (nthargout (3, @chosen, 100, "Penalty", "l2", "Lambda", 0.5), 0.5);
%! assert (nthargout (3, @chosen, 100, "Penalty", "none"), []);
%!test
%! # Lambda of a regression by the densities: n J is twice minus the log of likelihood times prior
%! [X, y] = deal (sin ((1:150).' * (1:3)), cos ((1:150).' .^ 2));
%! args = {"Task", "regression", "LayerSizes", []};
%! [~, ~, lambda] = chosen (150, "Task", "regression");
%! twice = @(theta) sum ((y - [X, ones(150, 1)] * theta) .^ 2) + sum (theta(1:3) .^ 2) / 0.5;
%! for theta = [1, 3; 2, -1; -4, 0.5; 0.3, 2]
%!   J = nnreg_cost (theta, X, y, args{:}, "Penalty", "l2", "Lambda", lambda);
%!   assert (150 * J, twice (theta), -1e-12);
%! end
%!assert (nthargout (2, @chosen, 100, "LayerSizes", []), 1000) # an exact solver
