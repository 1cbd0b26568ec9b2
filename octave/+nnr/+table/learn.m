## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## recipe = nnr.table.learn (T, source, wanted, weights)
##
## The recipe by which the table T (nnr.table.read) becomes a matrix, learned from its rows WANTED
## ([]: all), whose WEIGHTS (of all rows, []: equal) count for medians: a plain struct with
##
##   Source    "table", or "matrix", of which every column stays
##   Response  names of the response, a cellstr; the caller sets it
##   NumRows   how many rows it has learned from
##   Columns   a struct array, 1-by-P (nnr.table.learn_column): one input each
##   LeftOut   a struct array of the columns that are not used: Name, Reason

function recipe = learn (T, source, wanted, weights)
  recipe = struct ('Source', source, 'Response', {{}}, 'NumRows', T.NumRows, 'Columns', [], ...
                   'LeftOut', struct ('Name', {}, 'Reason', {}));
  if (! isempty (wanted))
    recipe.NumRows = numel (wanted);
  end
  numbers = strcmp (T.Kinds, 'number');
  [recipe.Columns, reasons] = deal (nnr.table.blank_columns (T, 1:numel (T.Names)), T.Names);
  [recipe.Columns(numbers), reasons(numbers)] = ...
      nnr.table.learn_numbers (T, find (numbers), wanted, weights);
  for k = find (! numbers)(:).'
    [recipe.Columns(k), reasons{k}] = nnr.table.learn_column (T, k, wanted, weights);
  end
  out = ! cellfun ('isempty', reasons);     # by name it takes a hundredth of the time
  if (strcmp (source, 'table') && any (out))
    recipe.LeftOut = struct ('Name', T.Names(out), 'Reason', reasons(out));
    recipe.Columns(out) = [];
  end
  if (isempty (recipe.Columns))
    error ('nnreg:badData', 'no column of the table can be an input%s', why_not (recipe.LeftOut));
  end
end

## Each column with its reason, those with the same one together.
function text = why_not (out)
  most_names = 20;
  parts = {};
  for reason = unique ({out.Reason})(:).'
    names = {out(strcmp ({out.Reason}, reason)).Name};
    rest = '';
    if (numel (names) > most_names)
      rest = sprintf (' and %d more', numel (names) - most_names);
    end
    parts{end + 1} = sprintf ('%s%s: %s', strjoin (names(1:min (end, most_names)), ', '), rest, ...
                              reason{1});
  end
  text = '';
  if (! isempty (parts))
    text = sprintf (' (%s)', strjoin (parts, '; '));
  end
end

%!test
%! T = nnr.table.read ("T", struct ("age", [1; 2; 4; NaN], "one", [7; 7; 7; 7], ...
%!                                  "id", {{"p"; "q"; "r"; "s"}}, "l", [true; false; true; true]));
%! r = nnr.table.learn (T, "table", [], []);
%! assert ({r.Columns.Name}, {"age", "l"});
%! assert ({r.LeftOut.Name}, {"one", "id"});
%! assert (r.Columns(1).Fill, 2);
%! r = nnr.table.learn (T, "table", [1, 3, 4], []);
%! assert ({r.Columns(1).Fill, {r.LeftOut.Name}, r.NumRows}, {2.5, {"one", "id", "l"}, 3});
%!error <^no column of the table can be an input \(a: one value\)$>
%! nnr.table.learn (nnr.table.read ("T", struct ("a", [1; 1])), "table", [], []);
%!error <^no column .* input \(id: 4 different texts in 4 rows; e: no values; a, c: one value\)$>
%! T = struct ("a", [1; 1; 1; 1], "id", {{"p"; "q"; "r"; "s"}}, "c", [3; 3; 3; 3], "e", NaN (4, 1));
%! nnr.table.learn (nnr.table.read ("T", T), "table", [], []);
%!error <^no column of the table can be an input \(a1, .*, a20 and 5 more: one value\)$>
%! names = arrayfun (@(k) sprintf ("a%d", k), 1:25, "UniformOutput", false);
%! nnr.table.learn (nnr.table.read ("T", cell2struct (repmat ({[1; 1]}, 1, 25), names, 2)), ...
%!                  "table", [], []);
