## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [loss, grad] = nnr.train.data_loss (network, theta, samples, s)
##
## The data loss of the parameters THETA on SAMPLES, without the penalty of the settings S, and its
## gradient.

function varargout = data_loss (network, theta, samples, s)
  s.Penalty = 'none';
  s.PenalizedLayers = 'all';
  [s.Lambda, s.PenaltyFactor, s.Groups] = deal ([]);
  penalty = nnr.options.layer_penalty (s, numel (network.Sizes) - 1);
  [varargout{1:max(1, nargout)}] = nnr.core.call (@__nnreg_cost__, network, penalty, theta, ...
                                                  samples, s.Threads);
end
