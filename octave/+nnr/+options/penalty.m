## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [penalty, scales] = nnr.options.penalty (s, num_layers)
##
## The penalty of a training as nnr.options.layer_penalty has it, and what each epoch multiplies it by.  For a
## Lambda that is a function of the epoch the penalty is that of its largest value, and scales has
## a row for each epoch; else scales is empty.

function [penalty, scales] = penalty (s, num_layers)
  [scales, s.Lambda] = lambda_scales (s);
  penalty = nnr.options.layer_penalty (s, num_layers);
end

function [scales, lambda] = lambda_scales (s)
  [scales, lambda] = deal ([], s.Lambda);
  if (! is_function_handle (s.Lambda))
    return;
  end
  values = zeros (s.Epochs, 1);
  for epoch = 1:s.Epochs
    try
      value = s.Lambda (epoch);
    catch err
      error ('nnreg:badArgument', 'Lambda (%d) failed: %s', epoch, err.message);
    end
    ok = isnumeric (value) && isscalar (value) && isreal (value) && value >= 0 ...
         && value < Inf;
    if (! ok)
      error ('nnreg:badArgument', 'Lambda (%d) must be a nonnegative number, got %s', epoch, ...
             nnr.words.show_value (value));
    end
    values(epoch) = value;
  end
  lambda = max (values);
  if (lambda > 0)
    scales = values / lambda;
  end
end
