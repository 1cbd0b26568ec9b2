## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.table.warn_of_recipe (recipe, T)
##
## Warns of the columns that a recipe leaves out, and of others that say little or should say
## nothing: texts that are dates, numbers of customers or rows. T is the table that it was learned
## from.

function warn_of_recipe (recipe, T)
  warn_of_ids (T);
  if (strcmp (recipe.Source, 'matrix'))
    warn_of_empty (recipe);
  end
  out = recipe.LeftOut;
  if (! isempty (out))
    parts = arrayfun (@(c) sprintf ('%s (%s)', c.Name, c.Reason), out, 'UniformOutput', false);
    nnr.words.warn ('nnreg:leftOut', 'columns that cannot be inputs are left out: %s', ...
                    first_five (parts));
  end
  for c = recipe.Columns(strcmp ({recipe.Columns.Kind}, 'text'))
    texts = [c.Levels(:); c.Rare(:)];
    if (numel (texts) > 12 && all (cellfun (@is_date, texts)))
      nnr.words.warn ('nnreg:dates', ['column %s holds dates as texts, such as %s: %s that say ' ...
                                      'nothing of time; make numbers of them with datenum, or ' ...
                                      'leave them out by "Predictors"'], c.Name, ...
                      nnr.words.show_value (texts{1}), ...
                      nnr.words.count_text (numel (texts), 'level'));
    end
  end
end

## A matrix keeps all its columns.
function warn_of_empty (recipe)
  empty = [recipe.Columns.Gaps] == recipe.NumRows;
  if (any (empty))
    nnr.words.warn ('nnreg:leftOut', 'columns without a value are 0 in all rows: %s', ...
                    first_five ({recipe.Columns(empty).Name}));
  end
end

function text = first_five (names)
  text = [strjoin(names(1:min (end, 5)), ', '), repmat(', ...', 1, numel (names) > 5)];
end

## If rows are sorted by the response, or were numbered as it came about, a model learns it from
## their numbers, but not for new rows.
function warn_of_ids (T)
  names = T.Names(strcmp (T.Kinds, 'number'));
  is_id = @(text) regexp (nnr.words.utf8 (text), id_names (), 'once', 'lineanchors');
  if (isempty (is_id (sprintf ("%s\n", names{:}))))  # of thousands of names one by one takes long
    return
  end
  names = names(! cellfun (@(name) isempty (is_id (name)), names));
  for name = names
    at = find (strcmp (T.Names, name{1}));
    values = T.Values{at};
    if (numel (values) >= 20 && all (values == fix (values)) ...
        && numel (unique (values)) == numel (values))
      nnr.words.warn ('nnreg:ids', ['column %s has another whole number in each row, as ' ...
                                    'numbers of customers or rows are: a model may learn from ' ...
                                    'them, though new rows have others; rmfield or ' ...
                                    '"Predictors" leaves it out'], name{1});
    end
  end
end

## id, ID, Index, row_number, PassengerId, customer id.
function pattern = id_names ()
  words = '(id|idx|index|no|nr|num|number|key)';
  pattern = ['^(?i:', words, '|row|case|obs|observation|record|unnamed.*)$', ...
             '|[_. -](?i:', words, ')$|[a-z](Id|ID|Index|No|Nr|Num|Number|Key)$'];
end

## 2024-03-31, 31.3.2024, 3/31/24, and what follows them.
function yes = is_date (text)
  text = nnr.words.utf8 (text);         # regexp takes no other
  separators = text == '-' | text == '.' | text == '/';
  digit = text >= '0' & text <= '9';
  forms = {'^\d{4}[-./]\d{1,2}[-./]\d{1,2}', '^\d{1,2}[-./]\d{1,2}[-./](\d{4}|\d{2})'};
  yes = numel (text) >= 6 && digit(1) && nnz (separators) >= 2 ...
        && any (cellfun (@(form) ! isempty (regexp (text, [form, '( |T|$)'], 'once')), forms));
end

%!function made (texts)
%!  n = 3 * numel (texts);
%!  T = nnr.table.read ("T", struct ("day", {repmat(texts(:), 3, 1)}, "n", (1:n).'));
%!  nnr.table.warn_of_recipe (nnr.table.learn (T, "table", [], []), T);
%!endfunction
%!warning <column day holds dates as texts, such as "2024-01-01": 20 levels that say nothing of>
%! made (arrayfun (@(k) sprintf ("2024-01-%02d", k), 1:20, "UniformOutput", false));
%!warning id=nnreg:dates
%! made (arrayfun (@(k) sprintf ("%d.3.2024 12:30", k), 1:20, "UniformOutput", false));
%!test # no dates
%! lastwarn ("", "");
%! made (arrayfun (@(k) sprintf ("%d-%d", k, k), 1:20, "UniformOutput", false));
%! made (arrayfun (@(k) sprintf ("10.%d.0.1x", k), 100:120, "UniformOutput", false));
%! made (arrayfun (@(k) sprintf ("AB-%d-1", k), 1:20, "UniformOutput", false));
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%!function warn_of (name, values)
%!  T = nnr.table.read ("T", cell2struct ({values; sin(values)}, {name; "other"}, 1));
%!  nnr.table.warn_of_recipe (nnr.table.learn (T, "table", [], []), T);
%!endfunction
%!warning <^column PassengerId has another whole number in each row, as numbers of customers or>
%! warn_of ("PassengerId", 50 + (30:-1:1).');
%!test # names of numbers of rows, and other columns that have the name or the numbers
%! for name = {"id", "ID", "RowNumber", "customer_id", "Index", "row", "EmployeeNumber"}
%!   lastwarn ("", "");
%!   evalc ("warn_of (name{1}, (1:30).')");
%!   assert (nthargout (2, @lastwarn), "nnreg:ids");
%! end
%! lastwarn ("", "");
%! for name = {"paid", "year", "humid", "valid", "Ino", "t", "rowing", "x"}
%!   warn_of (name{1}, (1:30).');
%! end
%! warn_of ("id", ceil ((1:30).' / 2));
%! warn_of ("id", (1:30).' / 7);
%! warn_of ("id", (1:9).');
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%!warning <^columns without a value are 0 in all rows: x2$>
%! T = nnr.table.of_matrix ([1, NaN; 2, NaN], {});
%! nnr.table.warn_of_recipe (nnr.table.learn (T, "matrix", [], []), T);
