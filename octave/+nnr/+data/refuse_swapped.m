## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.data.refuse_swapped (X, y, task)
##
## Refuses X and y of a training in the wrong order, where they cannot be meant as they are: X has
## the labels or one number for each sample, and y several numbers. A regression on one input may
## have several responses.

function refuse_swapped (X, y, task)
  is_list = iscellstr (X) || (ischar (X) && rows (X) > 1) || isnumeric (X) || islogical (X);
  if (! (is_list && isnumeric (y) && ndims (y) == 2 && columns (y) > 1))
    return
  end
  count = nnr.data.count_rows (X);
  texts = iscell (X) || ischar (X);
  is_one_hot = @() all ((y == 0 | y == 1)(:)) && all (sum (y, 2) == 1);
  if (count == rows (y) && count > 1 ...
      && (texts || (strcmp (task, 'classification') && ! is_one_hot ())))
    what = merge (texts, 'text', 'number');
    error ('nnreg:badArgument', ['X and y look swapped: X has one %s for each of the %d rows ' ...
                                 'of y, y has %d columns; the inputs X come first, then y'], ...
           what, count, columns (y));
  end
end

%!test
%! nnr.data.refuse_swapped ([1; 2; 3], eye (3), "classification");
%! nnr.data.refuse_swapped ([1; 2; 3], magic (3), "regression");
%! nnr.data.refuse_swapped (magic (3), [1; 2; 3], "classification");
%! nnr.data.refuse_swapped ({"a"; 1; 2}, [1, 2; 3, 4; 5, 6], "regression");
%!error <^X and y look swapped: X has one number for each of the 3 rows of y, y has 2 columns; the>
%! nnr.data.refuse_swapped ([1; 2; 1], [1, 2; 3, 4; 5, 6], "classification");
%!error <^X and y look swapped: X has one text> # with any task
%! nnr.data.refuse_swapped ({"u"; "v"; "u"}, [1, 2; 3, 4; 5, 6], "regression");
%!error <^nnreg_fit: X and y look swapped> nnreg_fit ([1; 2; 1], [1, 2; 3, 4; 5, 6]);
%!error <^nnreg_fit: X and y look swapped> nnreg_fit ({"u"; "v"; "u"}, [1, 2; 3, 4; 5, 6]);
%!error <^nnreg_path: X and y look swapped> nnreg_path ([1; 2; 1], [1, 2; 3, 4; 5, 6]);
%!error <^nnreg_cost: X and y look swapped> nnreg_cost (1, [1; 2; 1], [1, 2; 3, 4; 5, 6]);
%!error <^nnreg_learningcurve: X and y look swap> nnreg_learningcurve ([1; 2; 1], magic (3));
%!error <^nnreg_gridsearch: X and y look swapped>
%! nnreg_gridsearch ([1; 2; 1], magic (3), {"Lambda", 1}, "Penalty", "l1");
