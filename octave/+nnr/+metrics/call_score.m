## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.metrics.call_score (fcn, y, yhat, outputs, weights)
##
## The score that a function of the user's returns, a number. FCN may take fewer arguments: the
## truth, the predictions, the scores of the classes (or the predictions again) and the weights.

function value = call_score (fcn, y, yhat, outputs, weights)
  args = {y, yhat, outputs, weights};
  args = args(1:min (most_arguments (fcn), end));
  try
    value = fcn (args{:});
  catch err
    error ('nnreg:badArgument', 'the Score %s failed: %s', func2str (fcn), err.message);
  end
  if (! ((isnumeric (value) || islogical (value)) && isscalar (value) && isreal (value)))
    error ('nnreg:badArgument', 'the Score %s must return a number, got %s', ...
           func2str (fcn), nnr.words.show_value (value));
  end
end

function count = most_arguments (fcn)
  try
    count = nargin (fcn);
  catch
    error ('nnreg:badArgument', 'there is no function %s, which Score names', func2str (fcn));
  end
  if (count < 0)
    count = Inf;
  end
end
