## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [y, at] = nnr.table.response (T, y)
##
## The response of the table T (nnr.table.read): if y is the name of a column, or of several columns
## of numbers (a cellstr), these, and AT has their places. Anything else is the response itself, and
## AT is [].

function [y, at] = response (T, y)
  at = [];
  names = y;
  if (iscellstr (names) && isscalar (names) && any (strcmp (names{1}, T.Names)))
    names = names{1};                           # may be a column of texts
  end
  if (ischar (names) && isrow (names))
    at = nnr.table.find_columns (T, names, 'the response');
    y = nnr.table.column (T, at);
  elseif (iscellstr (names) && ! isempty (names) && all (ismember (names, T.Names)))
    at = nnr.table.find_columns (T, names, 'the responses');
    other = find (! strcmp (T.Kinds(at), 'number'), 1);
    if (! isempty (other))
      error ('nnreg:badData', 'the responses: column %s holds no numbers', names{other});
    end
    y = [T.Values{at}];
  end
end

%!test
%! T = nnr.table.read ("T", struct ("a", [1; 2], "b", {{"u"; "v"}}, "c", [3; 4]));
%! [y, at] = nnr.table.response (T, "b");
%! assert ({y, at}, {{"u"; "v"}, 2});
%! [y, at] = nnr.table.response (T, {"b"});
%! assert ({y, at}, {{"u"; "v"}, 2});
%! [y, at] = nnr.table.response (T, {"c", "a"});
%! assert ({y, at}, {[3, 1; 4, 2], [3, 1]});
%! [y, at] = nnr.table.response (T, [5; 6]);
%! assert ({y, at}, {[5; 6], []});
%!error <^the responses: column b holds no numbers$>
%! nnr.table.response (nnr.table.read ("T", struct ("a", [1; 2], "b", {{"u"; "v"}})), {"a", "b"});
