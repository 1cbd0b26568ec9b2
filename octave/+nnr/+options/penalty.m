## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [penalty, scales] = nnr.options.penalty (s, num_layers)
##
## The penalty of a training (nnr.options.layer_penalty). If Lambda is a function of the epoch, it
## is the penalty of the largest value, and SCALES (Epochs-by-1, else empty) is what each epoch
## multiplies it by.

function [penalty, scales] = penalty (s, num_layers)
  scales = [];
  if (is_function_handle (s.Lambda))
    lambdas = nnr.options.each_epoch ('Lambda', s.Lambda, s.Epochs, 'nonnegative number');
    s.Lambda = max (lambdas);
    if (s.Lambda > 0)
      scales = lambdas / s.Lambda;
    end
  end
  penalty = nnr.options.layer_penalty (s, num_layers);
end
