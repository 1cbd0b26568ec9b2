## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [classes, idx] = nnr.targets.encode_labels (y, num_samples, classes)
##
## The class of each sample, 1 to K. y has a label of any type for each sample, or is one-hot,
## N-by-K. CLASSES are those of the option ClassNames. If they are [], they become those in y,
## sorted, in the type of y (a column, or rows of char); of a one-hot y the numbers 1 to K.

function [classes, idx] = encode_labels (y, num_samples, classes)
  if (! isempty (classes))
    idx = nnr.targets.class_indices ('y', y, classes, num_samples);
    classes = as_wide_as (classes, y);
    return
  end
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
  none = nnr.targets.is_missing (classes);
  nnr.targets.refuse_missing ('y', labels, none(idx), ...
                              ', or, if this is a class, name all classes with "ClassNames"');
  if (rows (classes) < 2)
    text = nnr.words.label_texts (classes, 20);
    error ('nnreg:badData', ['y has only one class (%s); a classification needs two at least; ' ...
                             'if these rows are a part of the data, name all classes with ' ...
                             '"ClassNames"'], text{1});
  end
  if (ischar (y))
    classes = as_wide_as (char (classes), y);
  end
end

## Rows of char are as wide as those of y, so that the user's own labels compare equal.
function classes = as_wide_as (classes, y)
  if (ischar (classes) && ischar (y))
    classes(:,end + 1:columns (y)) = ' ';
  end
end

## A single row with several columns is one-hot only if it has one 1 and else 0.
function yes = is_one_hot (y, num_samples)
  yes = ndims (y) == 2 && rows (y) == num_samples && columns (y) > 1;
  if (yes && num_samples == 1)
    yes = isequal (sort (full (double (y))), [zeros(1, columns (y) - 1), 1]);
  end
end
