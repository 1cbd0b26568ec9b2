## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## at = nnr.table.find_columns (T, names, what)
##
## The places of the columns NAMES (a name or a cellstr) in the table T, a row. An unknown one is an
## error that says for WHAT it is wanted, and names the nearest.

function at = find_columns (T, names, what)
  if (ischar (names))
    names = {names};
  end
  names = nnr.args.check_names (what, names);
  if (isscalar (names) && any (strcmp (names{1}, T.Names)))
    at = find (strcmp (names{1}, T.Names));     # ismember would sort thousands of names
    return
  end
  [found, at] = ismember (names, T.Names);
  if (! all (found))
    unknown = names{find(! found, 1)};
    hint = nnr.args.did_you_mean (unknown, T.Names);
    if (isempty (hint))
      shown = T.Names(1:min (end, 10));
      hint = sprintf ('; its columns are %s%s', strjoin (shown, ', '), ...
                      repmat (', ...', 1, numel (shown) < numel (T.Names)));
    end
    error ('nnreg:badArgument', '%s: the table has no column %s%s', what, ...
           nnr.words.show_value (unknown), hint);
  end
end

%!test
%! T = struct ("Names", {{"age", "city", "churn"}});
%! assert (nnr.table.find_columns (T, {"churn", "age"}, "Predictors"), [3, 1]);
%!error <^the response: the table has no column "chrn"; did you mean "churn"\?$>
%! nnr.table.find_columns (struct ("Names", {{"age", "churn"}}), "chrn", "the response");
%!error <^Predictors: the table has no column "zzz"; its columns are age, churn$>
%! nnr.table.find_columns (struct ("Names", {{"age", "churn"}}), {"zzz"}, "Predictors");
