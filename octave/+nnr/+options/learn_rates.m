## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## rates = nnr.options.learn_rates (s)
##
## The learning rate of each epoch, a column.

function rates = learn_rates (s)
  if (! is_function_handle (s.LearnRate))
    rates = zeros (s.Epochs, 1);
    rates(:) = nnr.args.check_not_lost ('LearnRate', s.LearnRate, s.Precision);
    return;
  end
  rates = nnr.options.each_epoch ('LearnRate', s.LearnRate, s.Epochs, 'positive number');
  for epoch = 1:s.Epochs
    nnr.args.check_not_lost (sprintf ('LearnRate (%d)', epoch), rates(epoch), s.Precision);
  end
end
