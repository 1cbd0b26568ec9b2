## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.model.network_outputs (model, X, threads)
##
## The model's outputs for the rows of X (N-by-K): probabilities, or responses in the user's units.

function outputs = network_outputs (model, X, threads)
  outputs = nnr.model.in_user_units (model, nnr.model.raw_outputs (model, X, threads));
end
