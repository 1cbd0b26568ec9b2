## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [T, y, weights, kept] = nnr.table.known_rows (T, y, weights, classes)
## [T, y, weights, kept] = nnr.table.known_rows (T, y, weights, classes, argument)
##
## The rows of a table T (nnr.table.read) that count: without those of weight 0, and, with a
## warning, without those that have no response y. CLASSES are ClassNames that the user has named: a
## text among them is none that stands for a gap. KEPT has the numbers of the rows, [] for all.
## ARGUMENT is what the texts call T, if not the data.

function [T, y, weights, kept] = known_rows (T, y, weights, classes, argument)
  kept = [];
  in = '';
  if (nargin > 4)
    in = [' of ', argument];
  end
  weights = nnr.targets.metric_weights (weights, T.NumRows);
  counts = true (T.NumRows, 1);
  if (! isempty (weights))
    counts = weights > 0;
  end
  none = counts & without_response (y, T.NumRows, classes);
  if (all (none(counts)))
    error ('nnreg:badData', 'no row%s has a response', in);
  elseif (any (none))
    nnr.words.warn ('nnreg:noResponse', ...
                    'the response%s has a gap in %d of %s, which are left out', in, ...
                    nnz (none), nnr.words.count_text (nnz (counts), 'row'));
  end
  counts &= ! none;
  if (! all (counts))
    kept = find (counts);
    y = nnr.targets.pick_rows (y, T.NumRows, kept);
    weights = nnr.targets.pick_rows (weights, T.NumRows, kept);
    T = nnr.table.pick (T, [], kept);
  end
end

function none = without_response (y, num_rows, classes)
  none = false (num_rows, 1);
  if (isvector (y) && (isnumeric (y) || iscellstr (y)))
    y = y(:);
  end
  if (rows (y) != num_rows)
    return                      # the check of y says it
  elseif (isnumeric (y))
    none = any (isnan (full (y)), 2);
  elseif (iscellstr (y))
    none = nnr.targets.is_missing (y);
    if (iscellstr (classes))
      none &= ! ismember (y, classes);
    end
  end
end

%!shared T
%! T = nnr.table.read ("T", struct ("a", (1:4).'));
%!test
%! [R, y, w, kept] = nnr.table.known_rows (T, [1; 2; 1; 2], [], []);
%! assert ({R, y, w, kept}, {T, [1; 2; 1; 2], [], []});
%! [R, y, w, kept] = nnr.table.known_rows (T, [1; 2; NaN; 2], [1; 1; 0; 3], []);
%! assert ({R.Values, y, w, kept}, {{[1; 2; 4]}, [1; 2; 2], [1; 1; 3], [1; 2; 4]});
%! [R, y] = nnr.table.known_rows (T, {"a"; "NA"; "b"; "a"}, [], {"a"; "NA"; "b"});
%! assert ({R.NumRows, y}, {4, {"a"; "NA"; "b"; "a"}});
%!warning <the response has a gap in 2 of 4 rows, which are left out$>
%! [R, y] = nnr.table.known_rows (T, {"a"; "NA"; ""; "b"}, [], []);
%! assert ({R.Values{1}, y}, {[1; 4], {"a"; "b"}});
%!error <^no row has a response$> nnr.table.known_rows (T, NaN (4, 1), [], []);
