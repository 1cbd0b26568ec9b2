## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## strength = nnr.path.input_strength (chain, s)
##
## How strong each live input of a CHAIN is: the sum of squares of its weights, times its variance.
## It is 0 if this is less than a fiftieth of the strongest: a penalty that leaves the right inputs
## large leaves many of noise small.

function strength = input_strength (chain, s)
  negligible = 0.02;
  network = nnr.model.make_network (s, numel (chain.Live), chain.Fit.Targets.NumOutputs);
  weights = nnr.model.roll_weights (double (chain.Theta), network.Sizes);
  strength = sum (weights{1} .^ 2, 1) .* chain.Moments.Variance(chain.Live);
  strength(strength < negligible * max (strength)) = 0;
end

%!test
%! s = nnr.options.settings ({"LayerSizes", 2, "Penalty", "group", "Lambda", 1});
%! chain = struct ("Live", [2, 3, 5], "Theta", [1; 1; 0.1; 0.1; 0; 1; ones(5, 1)], ...
%!                 "Moments", struct ("Variance", [9, 1, 1, 9, 4]), ...
%!                 "Fit", struct ("Targets", struct ("NumOutputs", 1)));
%! assert (nnr.path.input_strength (chain, s), [2, 0, 4]);
%! chain.Theta(3:4) = 0.25;
%! assert (nnr.path.input_strength (chain, s), [2, 0.125, 4]);
