## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## C = nnr.path.covariance (chain)
##
## The covariance of the CHAIN's live inputs, as they are standardised, over the samples that it
## learns from, about chain.Moments.Mean; [] of more than 1000 inputs, which count as uncorrelated.

function C = covariance (chain)
  C = [];
  most_inputs = 1000;
  if (numel (chain.Live) > most_inputs)
    return
  end
  targets = chain.Fit.Targets;
  [w, rows_in] = nnr.targets.relative_weights (targets, targets.SampleWeights, chain.Train);
  weights = zeros (nnr.targets.count (targets), 1);
  weights(rows_in) = w;
  C = nnr.data.input_covariance (chain.X(:,chain.Live), chain.Moments, chain.Live, weights);
end
