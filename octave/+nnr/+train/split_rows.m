## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [train, validation] = nnr.train.split_rows (targets, num_samples, s)
##
## The numbers of the samples to train on, and of those that ValidationFraction takes; both []
## without a ValidationFraction. The seed chooses them.

function [train, validation] = split_rows (targets, num_samples, s)
  [train, validation] = deal ([]);
  if (s.ValidationFraction == 0)
    return
  end
  count = nnr.options.validation_count (s, num_samples);
  if (count == 0 || count == num_samples)
    error ('nnreg:badArgument', 'ValidationFraction %g of %s leaves none to %s', ...
           s.ValidationFraction, nnr.words.count_text (num_samples, 'sample'), ...
           {'validate with', 'train on'}{1 + (count > 0)});
  end
  split_stream = 2;
  order = __nnreg_shuffle__ (num_samples, s.Seed, split_stream);
  train = sort (order(count + 1:end));
  validation = sort (order(1:count));
end
