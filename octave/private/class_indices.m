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
## @deftypefn {Private Function} {@var{idx} =} class_indices (@var{caller}, @var{argument}, @var{y}, @var{classes}, @var{num_samples})
## The class of each sample, 1..K, as a column.
##
## @var{y} has one label for each of @var{num_samples} samples, of any type that
## @code{label_column} takes and that fits @var{classes} (K rows), or is
## one-hot: @var{num_samples}-by-K with one 1 and else 0 in each row.  Errors are
## @code{nnreg:badData} and name @var{caller}, @var{argument} and the first row.
##
## @example
## class_indices ("nnreg_metrics", "ytrue", [5; 3; 5], [3; 5], 3)   # [2; 1; 2]
## @end example
## @seealso{label_column}
## @end deftypefn

function idx = class_indices (caller, argument, y, classes, num_samples)
  num_classes = rows (classes);
  one_hot = (isnumeric (y) || islogical (y)) && num_classes > 1 && ...
            isequal (size (y), [num_samples, num_classes]);
  if (one_hot)
    idx = one_hot_indices (caller, argument, y);
    return
  end
  names = label_column (caller, "ClassNames", classes);
  if (! ischar (y) && isnumeric (y) && ! isvector (y) && ! isempty (y))
    error ("nnreg:badData", "%s: %s must be %dx1, or one-hot and %dx%d, got %s", ...
           caller, argument, num_samples, num_samples, num_classes, show_value (y));
  end
  labels = label_column (caller, argument, y);
  if (numel (labels) != num_samples)
    error ("nnreg:badData", "%s: %s must have one label for each of the %s, got %d", ...
           caller, argument, count_text (num_samples, "sample"), numel (labels));
  elseif (iscellstr (labels) != iscellstr (names))
    error ("nnreg:badData", "%s: %s must hold labels like the classes (%s), got %s", ...
           caller, argument, list_labels (names), show_value (y));
  end
  [found, idx] = ismember (labels, names);
  missing = find (! found, 1);
  if (! isempty (missing))
    error ("nnreg:badData", "%s: %s has the label %s in row %d, the classes are %s", ...
           caller, argument, list_labels (labels(missing)), missing, list_labels (names));
  end
end

function idx = one_hot_indices (caller, argument, y)
  bad = find (any (y != 0 & y != 1, 2) | sum (y != 0, 2) != 1, 1);
  if (! isempty (bad))
    error ("nnreg:badData", ["%s: %s has several columns, so it is one-hot: each " ...
                             "row must have one 1 and else 0, row %d has not"], caller, argument, bad);
  end
  [~, idx] = max (y != 0, [], 2);
end

## The first few labels: 1, 2, 3, ...
function text = list_labels (labels)
  most = 10;
  texts = label_texts (labels(1:min (end, most)), 20);
  if (iscellstr (labels))
    texts = strcat ('"', texts, '"');
  end
  text = strjoin (texts.', ", ");
  if (numel (labels) > most)
    text = [text ", ..."];
  end
end

%!assert (class_indices ("f", "y", [5; 3; 5], [3; 5], 3), [2; 1; 2])
%!assert (class_indices ("f", "y", uint8 ([5; 3]), [3; 5], 2), [2; 1])
%!assert (class_indices ("f", "y", [1; 0], [false; true], 2), [2; 1])
%!assert (class_indices ("f", "y", ["no "; "yes"], {"no"; "yes"}, 2), [1; 2])
%!assert (class_indices ("f", "y", {"yes", "no"}, ["no "; "yes"], 2), [2; 1])
%!assert (class_indices ("f", "y", [0, 1; 1, 0; 0, 1], [3; 5], 3), [2; 1; 2])
%!assert (class_indices ("f", "y", sparse ([0, 1; 1, 0]), [3; 5], 2), [2; 1])
%!assert (class_indices ("f", "y", [0, 1, 0], [3; 5; 7], 1), 2)
%!assert (class_indices ("f", "y", [7, 3, 5], [3; 5; 7], 3), [3; 1; 2])
%!error <f: y has the label 4 in row 2, the classes are 3, 5> class_indices ("f", "y", [3; 4], [3; 5], 2)
%!error <f: y has the label "x" in row 1, the classes are "a", "b"> class_indices ("f", "y", {"x"}, {"a"; "b"}, 1)
%!error <the classes are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, \.\.\.$> class_indices ("f", "y", 0, (1:11).', 1)
%!error <f: y must have one label for each of the 3 samples, got 2> class_indices ("f", "y", [3; 5], [3; 5], 3)
%!error <f: y must be 3x1, or one-hot and 3x2, got a 2x2 double matrix> class_indices ("f", "y", [3, 5; 5, 3], [3; 5], 3)
%!error <f: y must hold labels like the classes \(3, 5\), got "ab"> class_indices ("f", "y", "ab", [3; 5], 1)
%!error <f: y has several columns, so it is one-hot: each row must have one 1 and else 0, row 2 has not> class_indices ("f", "y", [1, 0; 1, 1], [3; 5], 2)
%!error <f: y has several columns, so it is one-hot: each row must have one 1 and else 0, row 1 has not> class_indices ("f", "y", [NaN, 0; 0, 1], [3; 5], 2)
