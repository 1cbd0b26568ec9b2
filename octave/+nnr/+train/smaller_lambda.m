## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.train.smaller_lambda (first, s)
##
## What to try where the Lambda of the settings S leaves no weight. FIRST is the largest lambda at
## which the linear model of the same data has one.

function text = smaller_lambda (first, s)
  lambda = s.Lambda;
  if (is_function_handle (lambda))
    lambda = nnr.options.each_epoch ('Lambda', lambda, s.Epochs, 'nonnegative number');
  end
  lambda = max (lambda(:));
  ## Each hidden layer divides by about 3 the lambda at which inputs get weights (measured).
  advised = min (lambda / 3, first / (10 * 3 ^ numel (s.LayerSizes)));
  text = sprintf ('Lambda is too large; try a smaller one, such as %g', ...
                  str2double (sprintf ('%.1g', advised)));
  if (isempty (s.LayerSizes) && first < lambda)
    text = sprintf ('%s (inputs get weights below %.3g)', text, first);
  end
end
