## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## C = nnr.path.covariance (chain)
##
## The covariance of the CHAIN's live inputs, as they are standardised, over the samples that it
## learns from, about chain.Moments.Mean.

function C = covariance (chain)
  targets = chain.Fit.Targets;
  [w, rows_in] = nnr.targets.relative_weights (targets, targets.SampleWeights, chain.Train);
  weights = zeros (nnr.targets.count (targets), 1);
  weights(rows_in) = w;
  C = nnr.data.input_covariance (chain.X(:,chain.Live), chain.Moments, chain.Live, weights);
end
