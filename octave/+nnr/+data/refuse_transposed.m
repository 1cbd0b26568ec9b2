## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.data.refuse_transposed (X, y)
##
## Refuses a matrix X whose samples may be its columns, as some programs take it: y has an entry for
## each column of X, and not for each row. A y with as many rows as X has several outputs.

function refuse_transposed (X, y)
  count = nnr.data.count_rows (y);
  if (count > 1 && count == columns (X) && ! any ([count, rows(y)] == rows (X)))
    advice = "if its columns are the samples, give X.', else y lacks entries";
    if (count > rows (X))
      advice = "give X.'";
    end
    error ('nnreg:badData', ['y has %d entries, as many as X has columns, but X has %s; each ' ...
                             'row of X must be a sample: %s'], count, ...
           nnr.words.count_text (rows (X), 'row'), advice);
  end
end

%!test
%! nnr.data.refuse_transposed (ones (3, 2), [1; 2; 3]);
%! nnr.data.refuse_transposed (ones (3, 3), [1, 2, 3]);
%! nnr.data.refuse_transposed (ones (3, 1), 1);
%! nnr.data.refuse_transposed (ones (3, 2), ones (3, 2));
%! nnr.data.refuse_transposed ([1, 2, 3], [4, 5, 6]);
%!error <^y has 3 entries, as many as X has columns, but X has 2 rows; each row .*: give X\.'$>
%! nnr.data.refuse_transposed (ones (2, 3), [1; 2; 1]);
%!error <^y has 2 entries, as many .*: if its columns are the .*, give X\.', else y lacks entries$>
%! nnr.data.refuse_transposed (ones (9, 2), [1; 2]);
%!error <^nnreg_fit: y has 3 entries, as many as X has columns>
%! nnreg_fit (ones (2, 3), {"a", "b", "a"});
%!error <^nnreg_fit: y has 3 entries, as many as X has columns>
%! nnreg_fit (ones (2, 3), [1; 2; 1], "Missing", "median");
%!error <^nnreg_path: y has 3 entries, as many as X has columns>
%! nnreg_path (ones (2, 3), [1, 2, 1]);
%!error <^nnreg_gridsearch: y has 3 entries, as many as X has columns>
%! nnreg_gridsearch (ones (2, 3), [1, 2, 1], {"Lambda", 1}, "Penalty", "l1");
