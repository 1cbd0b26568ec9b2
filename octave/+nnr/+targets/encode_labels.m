## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [classes, idx] = nnr.targets.encode_labels (y, num_samples)
##
## The classes in y, sorted, in the type of y (a column, or rows of char), and the class of each
## sample, 1 to K. y has a label of any type for each sample, or is one-hot, N-by-K, with the
## classes 1 to K.

function [classes, idx] = encode_labels (y, num_samples)
  numbers = isnumeric (y) || islogical (y);
  if (numbers && is_one_hot (y, num_samples))
    classes = (1:columns (y)).';
    idx = nnr.targets.class_indices ('y', y, classes, num_samples);
    return;
  elseif (numbers && ! isvector (y) && ! isempty (y))
    error ('nnreg:badData', 'y must be %dx1, or one-hot and %dxK, got %s', num_samples, ...
           num_samples, nnr.words.show_value (y));
  end
  labels = nnr.targets.label_column ('y', y);
  if (isfloat (labels) && any (isinf (labels)))
    error ('nnreg:badData', 'y must not hold Inf, got one in row %d', find (isinf (labels), 1));
  elseif (numel (labels) != num_samples)
    error ('nnreg:badData', 'y must have one label for each of the %s of X, got %d', ...
           nnr.words.count_text (num_samples, 'row'), numel (labels));
  end
  [classes, ~, idx] = unique (labels);
  idx = idx(:);
  nnr.targets.check_few_classes ('y', labels, rows (classes));
  if (ischar (y))
    ## As wide as y, so that the user's own labels compare equal.
    classes = char (classes);
    classes(:,end + 1:columns (y)) = ' ';
  end
  if (rows (classes) < 2)
    text = nnr.words.label_texts (classes, 20);
    error ('nnreg:badData', 'y has only one class (%s); a classification needs two at least', ...
           text{1});
  end
end

## A single row with several columns is one-hot only if it has one 1 and else 0.
function yes = is_one_hot (y, num_samples)
  yes = ndims (y) == 2 && rows (y) == num_samples && columns (y) > 1;
  if (yes && num_samples == 1)
    yes = isequal (sort (full (double (y))), [zeros(1, columns (y) - 1), 1]);
  end
end
