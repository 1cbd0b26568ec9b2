## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## X = nnr.table.new_rows (recipe, T, argument)
##
## The matrix that a recipe makes of new rows T (nnr.table.read or nnr.table.of_matrix). Texts that
## the training did not have, gaps in columns that had none, and columns without a value that had
## some are warnings that count them. ARGUMENT is the name of T in errors.

function X = new_rows (recipe, T, argument)
  T = nnr.table.match (recipe, T, argument);
  X = nnr.table.apply (recipe, T);
  warn_of_texts (recipe, T);
  warn_of_gaps (recipe, T);
  warn_of_empty (recipe, T);
end

function warn_of_texts (recipe, T)
  parts = {};
  count = 0;
  for k = find (! strcmp ({recipe.Columns.Kind}, 'number'))(:).'
    c = recipe.Columns(k);
    unseen = find (nnr.table.find_levels (c, T.Levels{k}) == 0);
    rows_of = T.Values{k}(ismember (T.Values{k}, unseen));
    count += numel (rows_of);
    for level = unique (rows_of)(:).'
      parts{end + 1} = sprintf ('%s %s (%s)', c.Name, ...
                                nnr.words.show_value (T.Levels{k}{level}), ...
                                nnr.words.count_text (nnz (rows_of == level), 'row'));
    end
  end
  if (count > 0)
    nnr.words.warn ('nnreg:newLevel', '%s the training did not have: %s; %s as "other"', ...
                    nnr.words.count_text (count, 'value is a text that', ...
                                          'values are texts that'), listed (parts), ...
                    merge (count == 1, 'it counts', 'they count'));
  end
end

function warn_of_gaps (recipe, T)
  parts = {};
  gaps = zeros (1, numel (recipe.Columns));
  for group = nnr.table.spans (T, find ([recipe.Columns.Gaps] == 0))
    gaps(group{1}) = sum (isnan ([T.Values{group{1}}]), 1);
  end
  for k = find (gaps)(:).'
    c = recipe.Columns(k);
    filled = 'counts as "other"';
    if (strcmp (c.Kind, 'number'))
      filled = sprintf ('filled with the median %.5g', c.Fill);
    end
    parts{end + 1} = sprintf ('%s (%s, %s)', c.Name, nnr.words.count_text (gaps(k), 'row'), ...
                              filled);
  end
  if (! isempty (parts))
    nnr.words.warn ('nnreg:newGap', 'gaps in columns that had none in the training: %s', ...
                    listed (parts));
  end
end

## A column without a value that had gaps before too, but too few to be empty by chance. Few rows
## may be picked for their gap.
function warn_of_empty (recipe, T)
  unlikely = 1e-3;
  few_rows = 10;
  if (T.NumRows < few_rows)
    return
  end
  shares = [recipe.Columns.Gaps] / recipe.NumRows;
  empty = shares > 0 & shares .^ T.NumRows < unlikely;
  for group = nnr.table.spans (T, find (empty))
    empty(group{1}) = all (isnan ([T.Values{group{1}}]), 1);
  end
  if (any (empty))
    parts = arrayfun (@(c) sprintf ('%s (in the training %d of %d rows had a gap)', c.Name, ...
                                    c.Gaps, recipe.NumRows), recipe.Columns(empty), ...
                      'UniformOutput', false);
    nnr.words.warn ('nnreg:newGap', 'columns without a value: %s', listed (parts));
  end
end

function text = listed (parts)
  most = 5;
  text = [strjoin(parts(1:min (end, most)), ', '), repmat(', ...', 1, numel (parts) > most)];
end

%!shared T, r
%! T = struct ("age", [1; 2; 4; 5], "city", {{"Rome"; "Bonn"; "Rome"; "Rome"}});
%! r = nnr.table.learn (nnr.table.read ("T", T), "table", [], []);
%!function X = made (r, T)
%!  X = nnr.table.new_rows (r, nnr.table.read ("T", T), "X");
%!endfunction
%!test # clean rows say nothing
%! lastwarn ("");
%! assert (made (r, T), [1 0 1; 2 1 0; 4 0 1; 5 0 1]);
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%!warning <^2 values are texts that the training did not have: city "Bari" \(2 rows\); they count>
%! new = struct ("age", [1; 2; 3], "city", {{"Bari"; "Bari"; "Bonn"}});
%! assert (made (r, new), [1 0 0; 2 0 0; 3 1 0]);
%!test # a column that is empty, though the training had few gaps in it; few rows say nothing
%! many = struct ("a", [1; 2; NaN; 4; 5; 6; 7; 8; 9; 10], "b", (1:10).');
%! q = nnr.table.learn (nnr.table.read ("T", many), "table", [], []);
%! lastwarn ("");
%! made (q, struct ("a", NaN (9, 1), "b", (1:9).'));
%! assert (strncmp (nthargout (2, @lastwarn), "nnreg:", 6), false);
%! made (q, struct ("a", NaN (10, 1), "b", (1:10).'));
%! assert (lastwarn (), "columns without a value: a (in the training 1 of 10 rows had a gap)");
%! lastwarn ("");
%! made (q, struct ("a", [NaN(9, 1); 1], "b", (1:10).'));
%! assert (strncmp (nthargout (2, @lastwarn), "nnreg:", 6), false);
%!warning <^gaps in columns that had none in the training: age \(1 row, filled with the median 3\)$>
%! new = struct ("age", [1; NaN], "city", {{"Rome"; "Bonn"}});
%! assert (made (r, new), [1 0 1; 3 1 0]);
