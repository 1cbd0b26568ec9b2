## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## w = nnr.targets.class_weights (wanted, idx, num_classes)
##
## A weight for each class, as a column: wanted (K numbers, in the order of the sorted classes), or
## for "balanced" N / (K * count), scikit-learn's rule, so that each class counts the same.

function w = class_weights (wanted, idx, num_classes)
  if (ischar (wanted))
    nnr.args.check_choice ('ClassWeights', wanted, {'balanced'});
    counts = accumarray (idx, 1, [num_classes, 1]);
    w = zeros (num_classes, 1);
    w(counts > 0) = numel (idx) ./ (nnz (counts) * counts(counts > 0));
    return;
  end
  ok = isnumeric (wanted) && isreal (wanted) && numel (wanted) == num_classes ...
       && isvector (wanted) && all (wanted(:) >= 0 & wanted(:) < Inf) ...
       && any (wanted(:) > 0);
  if (! ok)
    error ('nnreg:badArgument', ['ClassWeights must be "balanced" or %d ' ...
                                 'nonnegative numbers, one a class, got %s'], num_classes, nnr.words.show_value (wanted));
  end
  w = double (full (wanted(:)));
end
