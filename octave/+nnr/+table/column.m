## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## y = nnr.table.column (T, k)
##
## Column K of the table T (nnr.table.read) in the user's class; a gap is NaN or ''.

function y = column (T, k)
  y = T.Values{k};
  switch (T.Kinds{k})
    case 'text'
      texts = [T.Levels{k}; {''}];
      y(isnan (y)) = numel (texts);
      y = texts(y);
    case 'logical'
      y = y == 2;
    otherwise
      if (! any (isnan (y)))
        y = cast (y, T.Classes{k});
      end
  end
end

%!test
%! T = struct ("n", int8 ([1; 2]), "t", {{"b"; ""}}, "l", [true; false]);
%! R = nnr.table.read ("T", T);
%! assert (nnr.table.column (R, 1), T.n);
%! assert (nnr.table.column (R, 2), T.t);
%! assert (nnr.table.column (R, 3), T.l);
