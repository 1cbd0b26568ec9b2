## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [classes, idx] = nnr.targets.encode_labels (y, num_samples)
##
## The classes in the labels y, sorted, in the type of y (a column, or rows of char), and each
## sample's class 1..K.
##
## y has a label of any type for each sample, or is one-hot, N-by-K, which stands for the classes
## 1..K.

function [classes, idx] = encode_labels (y, num_samples)
  one_hot = (isnumeric (y) || islogical (y)) && ndims (y) == 2 ...
            && rows (y) == num_samples && columns (y) > 1 ...
            && ! (num_samples == 1 && ! isequal (sort (full (double (y))), ...
                                                 [zeros(1, columns (y) - 1), 1]));
  if (one_hot)
    classes = (1:columns (y)).';
    idx = nnr.targets.class_indices ('y', y, classes, num_samples);
    return;
  end
  check_label_shape (y, num_samples);
  labels = nnr.targets.label_column ('y', y);
  if (isfloat (labels) && any (isinf (labels)))
    error ('nnreg:badData', 'y must not hold Inf, got one in row %d', find (isinf (labels), 1));
  elseif (numel (labels) != num_samples)
    error ('nnreg:badData', ['y must have one label for each of the %s ' ...
                             'of X, got %d'], nnr.words.count_text (num_samples, 'row'), ...
           numel (labels));
  end
  [classes, ~, idx] = unique (labels);
  idx = idx(:);
  nnr.targets.check_few_classes ('y', labels, rows (classes));
  if (ischar (y))
    classes = char_rows (classes, columns (y));
  end
  if (rows (classes) < 2)
    text = nnr.words.label_texts (classes, 20);
    error ('nnreg:badData', 'y has only one class (%s); a classification needs two at least', ...
           text{1});
  end
end

function check_label_shape (y, num_samples)
  if ((isnumeric (y) || islogical (y)) && ! isvector (y) && ! isempty (y))
    error ('nnreg:badData', 'y must be %dx1, or one-hot and %dxK, got %s', num_samples, ...
           num_samples, nnr.words.show_value (y));
  end
end

## Char rows as wide as they were: the user's own labels compare equal.
function text = char_rows (labels, width)
  text = char (labels);
  text(:,end + 1:width) = ' ';
end
