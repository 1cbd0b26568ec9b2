## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## idx = nnr.targets.class_indices (argument, y, classes, num_samples)
##
## The class of each sample, 1 to K, a column. y has a label for each of NUM_SAMPLES samples, of any
## type that nnr.targets.label_column accepts and that fits CLASSES (K rows); "true" is true, and
## "12" is 12. Or it is one-hot, num_samples-by-K, with one 1 in each row. Errors (nnreg:badData)
## name argument and the first row.
##
## nnr.targets.class_indices ("ytrue", [5; 3; 5], [3; 5], 3)   # [2; 1; 2]

function idx = class_indices (argument, y, classes, num_samples)
  num_classes = rows (classes);
  numbers = isnumeric (y) || islogical (y);
  if (numbers && num_classes > 1 && isequal (size (y), [num_samples, num_classes]))
    idx = one_hot_indices (argument, y);
    return
  end
  names = nnr.targets.label_column ('ClassNames', classes);
  if (numbers && ! isvector (y) && ! isempty (y))
    error ('nnreg:badData', '%s must be %dx1, or one-hot and %dx%d, got %s', argument, ...
           num_samples, num_samples, num_classes, nnr.words.show_value (y));
  end
  labels = nnr.targets.label_column (argument, y);
  if (numel (labels) != num_samples)
    error ('nnreg:badData', '%s must have one label for each of the %s, got %d', argument, ...
           nnr.words.count_text (num_samples, 'sample'), numel (labels));
  end
  if (iscellstr (labels) != iscellstr (names))
    labels = as_classes (labels, names);
  end
  if (iscellstr (labels) != iscellstr (names))
    error ('nnreg:badData', '%s must hold labels like the classes (%s), got %s', argument, ...
           list_labels (names), nnr.words.show_value (y));
  end
  [found, idx] = ismember (labels, names);
  unknown = find (! found);
  if (! isempty (unknown))
    none = false (size (labels));
    none(unknown) = nnr.targets.is_missing (labels(unknown));
    nnr.targets.refuse_missing (argument, labels, none);
    error ('nnreg:badData', '%s has the label %s in row %d, the classes are %s', argument, ...
           list_labels (labels(unknown(1))), unknown(1), list_labels (names));
  end
end

function idx = one_hot_indices (argument, y)
  bad = find (any (y != 0 & y != 1, 2) | sum (y != 0, 2) != 1, 1);
  if (! isempty (bad))
    error ('nnreg:badData', ['%s has several columns, so it is read as one-hot: each row ' ...
                             'must have one 1 and otherwise 0, but row %d does not; ' ...
                             'responses need "Task", "regression"'], argument, bad);
  end
  [~, idx] = max (y != 0, [], 2);
end

## The labels as texts or numbers, as the classes NAMES are, where a file can have both: truths with
## a gap are texts, codes are texts if one begins with 0. Else they stay.
function labels = as_classes (labels, names)
  if (iscellstr (names))
    known = nnr.words.utf8 (names);             # regexp takes no other
    [found, at] = ismember ({'false', 'true'}, lower (known));
    if (islogical (labels) && all (found))
      labels = names(at(1 + labels(:)));
    elseif (! islogical (labels) && all (labels == fix (labels) & abs (labels) < flintmax ()) ...
            && ! any (cellfun ('isempty', regexp (known, '^-?[0-9]+$', 'once'))))
      labels = arrayfun (@(v) sprintf ('%d', v), labels(:), 'UniformOutput', false);
    end
    return
  end
  texts = nnr.words.utf8 (labels);
  [is_truth, at] = ismember (lower (texts), {'false', 'true'});
  number = '^-?(0|[1-9][0-9]*)(\.[0-9]+)?$';
  if (islogical (names) && all (is_truth))
    labels = at == 2;
  elseif (! (islogical (names) || any (cellfun ('isempty', regexp (texts, number, 'once')))))
    labels = str2double (texts);
  end
end

## The first few labels: 1, 2, 3, ...
function text = list_labels (labels)
  most = 10;
  texts = nnr.words.label_texts (labels(1:min (end, most)), 20);
  if (iscellstr (labels))
    texts = strcat ('"', texts, '"');
  end
  text = strjoin (texts.', ', ');
  if (numel (labels) > most)
    text = [text, ', ...'];
  end
end

%!assert (nnr.targets.class_indices ("y", [5; 3; 5], [3; 5], 3), [2; 1; 2])
%!assert (nnr.targets.class_indices ("y", uint8 ([5; 3]), [3; 5], 2), [2; 1])
%!assert (nnr.targets.class_indices ("y", [1; 0], [false; true], 2), [2; 1])
%!assert (nnr.targets.class_indices ("y", ["no "; "yes"], {"no"; "yes"}, 2), [1; 2])
%!assert (nnr.targets.class_indices ("y", {"yes", "no"}, ["no "; "yes"], 2), [2; 1])
%!assert (nnr.targets.class_indices ("y", [0, 1; 1, 0; 0, 1], [3; 5], 3), [2; 1; 2])
%!assert (nnr.targets.class_indices ("y", sparse ([0, 1; 1, 0]), [3; 5], 2), [2; 1])
%!assert (nnr.targets.class_indices ("y", [0, 1, 0], [3; 5; 7], 1), 2)
%!assert (nnr.targets.class_indices ("y", [7, 3, 5], [3; 5; 7], 3), [3; 1; 2])
%!assert (nnr.targets.class_indices ("y", {"True"; "FALSE"}, [false; true], 2), [2; 1])
%!assert (nnr.targets.class_indices ("y", [true; false], {"FALSE"; "TRUE"}, 2), [2; 1])
%!assert (nnr.targets.class_indices ("y", {"12"; "-0.5"; "0"}, [-0.5; 0; 12], 3), [3; 1; 2])
%!assert (nnr.targets.class_indices ("y", uint8 ([12; 13]), {"07"; "12"; "13"}, 2), [2; 3])
%!error <y has the label "7" in row 1, the classes are "07", "12">
%! nnr.targets.class_indices ("y", 7, {"07"; "12"}, 1)
%!error <y must hold labels like the classes \(7, 12\), got a 2x1 cell>
%! nnr.targets.class_indices ("y", {"07"; "12"}, [7; 12], 2)
%!error <y must hold labels like the classes \(0, 1\), got a 2x1 cell>
%! nnr.targets.class_indices ("y", {"true"; "yes"}, [false; true], 2)
%!error <y must hold labels like the classes \("no", "yes"\), got \[1; 0\]>
%! nnr.targets.class_indices ("y", [1; 0], {"no"; "yes"}, 2)
%!error <y has the label 4 in row 2, the classes are 3, 5>
%! nnr.targets.class_indices ("y", [3; 4], [3; 5], 2)
%!error <y has the label "x" in row 1, the classes are "a", "b">
%! nnr.targets.class_indices ("y", {"x"}, {"a"; "b"}, 1)
%!error <^y has no label in 2 rows, the first is "NA" in row 2; leave such rows out$>
%! nnr.targets.class_indices ("y", {"a", "NA", "x", "", "b"}, {"a"; "b"}, 5)
%!assert (nnr.targets.class_indices ("y", {"NA", "DE"}, {"DE"; "NA"}, 2), [2; 1])
%!error <the classes are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, \.\.\.$>
%! nnr.targets.class_indices ("y", 0, (1:11).', 1)
%!error <y must have one label for each of the 3 samples, got 2>
%! nnr.targets.class_indices ("y", [3; 5], [3; 5], 3)
%!error <y must be 3x1, or one-hot and 3x2, got a 2x2 double matrix>
%! nnr.targets.class_indices ("y", [3, 5; 5, 3], [3; 5], 3)
%!error <y must be 3x1, or one-hot and 3x2, got a 3x3 logical matrix>
%! nnr.targets.class_indices ("y", true (3), [3; 5], 3)
%!error <y must hold labels like the classes \(3, 5\), got "ab">
%! nnr.targets.class_indices ("y", "ab", [3; 5], 1)
%!error <y has several columns, so it is read as one-hot: each row must .* but row 2 does not; resp>
%! nnr.targets.class_indices ("y", [1, 0; 1, 1], [3; 5], 2)
%!error <must have one 1 and otherwise 0, but row 1 does not; responses need "Task", "regression">
%! nnr.targets.class_indices ("y", [NaN, 0; 0, 1], [3; 5], 2)
