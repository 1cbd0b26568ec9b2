## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.table.warn_of_recipe (recipe)
##
## Warns of the columns that a recipe leaves out, and of texts that are dates, which say little as
## levels.

function warn_of_recipe (recipe)
  out = recipe.LeftOut;
  if (! isempty (out))
    parts = arrayfun (@(c) sprintf ('%s (%s)', c.Name, c.Reason), out, 'UniformOutput', false);
    shown = parts(1:min (end, 5));
    nnr.words.warn ('nnreg:leftOut', 'columns that cannot be inputs are left out: %s%s', ...
                    strjoin (shown, ', '), repmat (', ...', 1, numel (shown) < numel (parts)));
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

## 2024-03-31, 31.3.2024, 3/31/24, and what follows them.
function yes = is_date (text)
  separators = text == '-' | text == '.' | text == '/';
  digit = text >= '0' & text <= '9';
  forms = {'^\d{4}[-./]\d{1,2}[-./]\d{1,2}', '^\d{1,2}[-./]\d{1,2}[-./](\d{4}|\d{2})'};
  yes = numel (text) >= 6 && digit(1) && nnz (separators) >= 2 ...
        && any (cellfun (@(form) ! isempty (regexp (text, [form, '( |T|$)'], 'once')), forms));
end

%!function made (texts)
%!  n = 3 * numel (texts);
%!  T = nnr.table.read ("T", struct ("day", {repmat(texts(:), 3, 1)}, "n", (1:n).'));
%!  nnr.table.warn_of_recipe (nnr.table.learn (T, "table", [], []));
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
