## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {[@var{classes}, @var{idx}] =} encode_labels (@var{caller}, @var{y}, @var{num_samples})
## The classes in the labels @var{y}, sorted, in the type of @var{y} (a column, or
## rows of char), and each sample's class 1..K.
##
## @var{y} has a label of any type for each sample, or is one-hot, N-by-K, which
## stands for the classes 1..K.
## @seealso{class_indices, label_column}
## @end deftypefn

function [classes, idx] = encode_labels (caller, y, num_samples)
  one_hot = (isnumeric (y) || islogical (y)) && ndims (y) == 2 ...
            && rows (y) == num_samples && columns (y) > 1 ...
            && ! (num_samples == 1 && ! isequal (sort (full (double (y))), ...
                                                 [zeros(1, columns (y) - 1), 1]));
  if (one_hot)
    classes = (1:columns (y)).';
    idx = class_indices (caller, "y", y, classes, num_samples);
    return;
  end
  check_label_shape (caller, y, num_samples);
  labels = label_column (caller, "y", y);
  if (isfloat (labels) && any (isinf (labels)))
    error ("nnreg:badData", "%s: y must not hold Inf, got one in row %d", ...
           caller, find (isinf (labels), 1));
  elseif (numel (labels) != num_samples)
    error ("nnreg:badData", ["%s: y must have one label for each of the %s " ...
                             "of X, got %d"], caller, count_text (num_samples, "row"), ...
           numel (labels));
  end
  [classes, ~, idx] = unique (labels);
  idx = idx(:);
  check_few_classes (caller, "y", labels, rows (classes));
  if (ischar (y))
    classes = char_rows (classes, columns (y));
  end
  if (rows (classes) < 2)
    error ("nnreg:badData", ["%s: y has only one class (%s); a classification " ...
                             "needs two at least"], caller, label_texts (classes, 20){1});
  end
end

function check_label_shape (caller, y, num_samples)
  if ((isnumeric (y) || islogical (y)) && ! isvector (y) && ! isempty (y))
    error ("nnreg:badData", "%s: y must be %dx1, or one-hot and %dxK, got %s", ...
           caller, num_samples, num_samples, show_value (y));
  end
end

## Char rows as wide as they were: the user's own labels compare equal.
function text = char_rows (labels, width)
  text = char (labels);
  text(:,end + 1:width) = " ";
end
