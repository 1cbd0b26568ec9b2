## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [X, o] = nnr.table.take_columns (X, o, names, y, predictors)
##
## Of a table X the options NAMES in the struct O may name a column: O gets the column, and X is
## without it. Anything else stays as it is. It is neither the response, if Y names it, nor one of
## the PREDICTORS, names.

function [X, o] = take_columns (X, o, names, y, predictors)
  if (! nnr.table.is_table (X))
    return
  end
  for name = names
    value = o.(name{1});
    if (ischar (value) && isrow (value))
      refuse_double_use (name{1}, value, y, predictors);
      [X, o.(name{1})] = take (X, value, name{1});
    end
  end
end

## A struct of the user's stays one, so that other checks still see what was given.
function [X, column] = take (X, name, option)
  if (isstruct (X) && isscalar (X) && ! nnr.table.was_read (X) && isfield (X, name))
    column = nnr.table.column (nnr.table.read ('X', struct (name, {X.(name)})), 1);
    X = rmfield (X, name);
    return
  end
  X = nnr.table.read ('X', X);
  at = nnr.table.find_columns (X, name, option);
  column = nnr.table.column (X, at);
  X = nnr.table.pick (X, setdiff (1:numel (X.Names), at), []);
end

## Labels in Y that happen to be like a name are no names: these differ.
function refuse_double_use (option, name, y, predictors)
  if (ischar (y) && isrow (y))
    y = {y};
  end
  if (iscellstr (y) && nnz (strcmp (y, name)) == 1 && numel (unique (y)) == numel (y))
    error ('nnreg:badArgument', '%s must name another column than the response, "%s"', option, ...
           name);
  elseif (any (strcmp (predictors, name)))
    error ('nnreg:badArgument', 'Predictors must not have the column of %s, "%s"', option, name);
  end
end

%!test
%! T = struct ("a", [1; 2], "who", {{"u"; "v"}}, "day", [5; 4]);
%! [X, o] = nnr.table.take_columns (T, struct ("G", "who", "T", [7; 8]), {"G", "T"}, "a", {});
%! assert (X, rmfield (T, "who"));
%! assert (o, struct ("G", {{"u"; "v"}}, "T", [7; 8]));
%! [X, o] = nnr.table.take_columns (nnr.table.read ("X", T), struct ("G", "who"), {"G"}, "a", {});
%! assert ({X.Names, o.G}, {{"a", "day"}, {"u"; "v"}});
%! [X, o] = nnr.table.take_columns ([1; 2], struct ("G", "who"), {"G"}, [3; 4], {});
%! assert ({X, o.G}, {[1; 2], "who"});
%! [X, o] = nnr.table.take_columns (T, struct ("G", "who"), {"G"}, {"who"; "me"; "who"}, {});
%! assert (o.G, {"u"; "v"});
%!error <^G: the table has no column "wo"; did you mean "who"\?$>
%! nnr.table.take_columns (struct ("who", [1; 2]), struct ("G", "wo"), {"G"}, "who", {});
%!error <^G must name another column than the response, "who"$>
%! nnr.table.take_columns (struct ("who", [1; 2]), struct ("G", "who"), {"G"}, "who", {});
%!error <^Predictors must not have the column of G, "who"$>
%! nnr.table.take_columns (struct ("who", [1; 2]), struct ("G", "who"), {"G"}, "a", {"who"});
