## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## numbers = nnr.folds.group_numbers (name, ids, num_samples)
##
## The group of each sample, 1 to the number of groups, a column. IDS are numbers, logicals, a
## cellstr or rows of char, one for each of NUM_SAMPLES samples. NAME is their name in errors.

function numbers = group_numbers (name, ids, num_samples)
  is_list = ischar (ids) || iscellstr (ids) || isnumeric (ids) || islogical (ids);
  if (! is_list || nnr.data.count_rows (ids) != num_samples)
    error ('nnreg:badArgument', ['%s must have the id of a group (a number or a text) for each ' ...
                                 'of the %s, got %s'], name, ...
           nnr.words.count_text (num_samples, 'row'), nnr.words.show_value (ids));
  end
  labels = nnr.targets.label_column (name, ids);
  none = nnr.targets.is_missing (labels);
  if (any (none))
    error ('nnreg:badData', ['%s has no id in %s, the first is row %d; leave such rows out, or ' ...
                             'give each an id of its own'], name, ...
           nnr.words.count_text (nnz (none), 'row'), find (none, 1));
  end
  [~, ~, numbers] = unique (labels);
  numbers = numbers(:);
end

%!assert (nnr.folds.group_numbers ("G", [7; 3; 7], 3), [2; 1; 2])
%!assert (nnr.folds.group_numbers ("G", {"b", "a", "b"}, 3), [2; 1; 2])
%!assert (nnr.folds.group_numbers ("G", ["b "; "ab"; "b "], 3), [2; 1; 2])
%!assert (nnr.folds.group_numbers ("G", [true; false], 2), [2; 1])
%!error <G must have the id of a group \(a number or a text\) for each of the 3 rows, got \[1; 2\]>
%! nnr.folds.group_numbers ("G", [1; 2], 3)
%!error <G must have the id .* for each of the 3 rows, got a 3x2 double matrix>
%! nnr.folds.group_numbers ("G", ones (3, 2), 3)
%!error <G has no id in 2 rows, the first is row 2; leave such rows out, or give each an id of its>
%! nnr.folds.group_numbers ("G", {"a"; ""; "NA"}, 3)
%!error <G has no label in 1 row, the first is NaN in row 1>
%! nnr.folds.group_numbers ("G", [NaN; 1], 2)
