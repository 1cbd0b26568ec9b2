## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## rates = nnr.options.learn_rates (s)
##
## The learning rate of each epoch, as a column.

function rates = learn_rates (s)
  rates = zeros (s.Epochs, 1);
  if (! is_function_handle (s.LearnRate))
    rates(:) = nnr.args.check_not_lost ('LearnRate', s.LearnRate, s.Precision);
    return;
  end
  for epoch = 1:s.Epochs
    try
      rate = s.LearnRate (epoch);
    catch err
      error ('nnreg:badArgument', 'LearnRate (%d) failed: %s', epoch, err.message);
    end
    ok = isnumeric (rate) && isscalar (rate) && isreal (rate) ...
         && rate > 0 && rate < Inf;
    if (! ok)
      error ('nnreg:badArgument', ['LearnRate (%d) must be a positive number, ' ...
                                   'got %s'], epoch, nnr.words.show_value (rate));
    end
    rates(epoch) = nnr.args.check_not_lost (sprintf ('LearnRate (%d)', epoch), rate, s.Precision);
  end
end
